// No `form-action`: browsers hold it against the redirects after a form too, and signing in may lead on to an application.
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** What a page of the wiki is sent with, besides what every answer carries: nothing foreign is loaded, framed or sent to. */
export const htmlHeaders: readonly (readonly [name: string, value: string])[] = [
  ['Content-Type', 'text/html; charset=utf-8'],
  ['Content-Security-Policy', policy],
];
