const web = /^https?:$/;

/** Where a redirect URI leads, as a person understands it. */
export function destinationOf(redirectUri: string): string {
  const url = new URL(redirectUri);
  if (!web.test(url.protocol)) return `an app on your device (${url.protocol.slice(0, -1)})`;
  return /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname) ? `${url.host}, on this device` : url.host;
}

/** The CSP source that lets a form's answer be redirected there. */
export function formTargetOf(redirectUri: string): string {
  const url = new URL(redirectUri);
  return web.test(url.protocol) ? url.origin : url.protocol;
}
