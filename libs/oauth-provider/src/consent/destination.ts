const webSchemes = new Set(['https:', 'http:']);

/** Where a redirect URI leads, as a person understands it. */
export function destinationOf(redirectUri: string): string {
  const url = new URL(redirectUri);
  if (!webSchemes.has(url.protocol)) return `an app on your device (${url.protocol.slice(0, -1)})`;
  return /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname) ? `${url.host}, on this device` : url.host;
}

/** Host names that browsers take in a CSP source; an IPv6 address or an underscore makes them ignore it. */
const cspHost = /^[a-z0-9.-]+$/;

/** The CSP source that lets a form's answer be redirected there. */
export function formTargetOf(redirectUri: string): string {
  const url = new URL(redirectUri);
  return webSchemes.has(url.protocol) && cspHost.test(url.hostname) ? url.origin : url.protocol;
}
