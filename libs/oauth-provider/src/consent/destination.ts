const webSchemes = new Set(['https:', 'http:']);

/** Where a person is sent: to a web site, to something that listens on their own device, or to an app there. */
export interface Destination {
  readonly kind: 'site' | 'here' | 'app';
  /** The host with its port, or the app's scheme. */
  readonly name: string;
}

/** Where a redirect URI leads. */
export function destinationOf(redirectUri: string): Destination {
  const url = new URL(redirectUri);
  if (!webSchemes.has(url.protocol)) return { kind: 'app', name: url.protocol.slice(0, -1) };
  const isHere = /^(127\.0\.0\.1|\[::1\]|localhost)$/.test(url.hostname);
  return { kind: isHere ? 'here' : 'site', name: url.host };
}

/** Host names that browsers take in a CSP source; an IPv6 address or an underscore makes them ignore it. */
const cspHost = /^[a-z0-9.-]+$/;

/** The CSP source that lets a form's answer be redirected there. */
export function formTargetOf(redirectUri: string): string {
  const url = new URL(redirectUri);
  return webSchemes.has(url.protocol) && cspHost.test(url.hostname) ? url.origin : url.protocol;
}
