import type { RequestHandler } from 'express';

/**
 * Headers of every page. The wiki's origin stands in `form-action` because a browser holds that rule against
 * redirects too, and "Connect" is a form that ends at the wiki.
 */
export function securityHeaders(wikiOrigin: () => string | undefined): RequestHandler {
  return (_request, response, next) => {
    const policy = [
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self'",
      `form-action 'self' ${wikiOrigin() ?? ''}`.trim(),
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ];
    response.set({
      'Content-Security-Policy': policy.join('; '),
      'Referrer-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
    next();
  };
}
