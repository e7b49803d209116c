import { type HttpResponse } from 'nestjs-drawbridge/oauth-provider';

/** A file to take along is kept nowhere on its way, and is never shown as a page. */
export function protectDownload(response: HttpResponse): void {
  response.header('Cache-Control', 'no-store');
  response.header('X-Content-Type-Options', 'nosniff');
  response.header('Content-Security-Policy', "default-src 'none'; sandbox");
}
