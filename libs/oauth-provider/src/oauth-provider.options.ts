/** The settings of {@link OAuthProviderModule}. Lifetimes are in seconds. */
export class OAuthProviderOptions {
  /** Life of an authorization code. 1 to 600 (RFC 6749 §4.1.2 advises 600 at most). Default: 60. */
  readonly codeSeconds: number = 60;

  /** Life of an access token. 1 to 86400. Default: 3600, as in Confluence. */
  readonly accessTokenSeconds: number = 3600;

  /** Life of a refresh token, counted anew with each refresh. 1 to 31536000. Default: 7776000, 90 days, as in Confluence. */
  readonly refreshTokenSeconds: number = 7_776_000;

  /**
   * For how long after a refresh the same refresh token gets the same answer again and the old access token still
   * works, so that a lost answer or a second tab costs nobody their sign-in. 0 to 60. Default: 10.
   */
  readonly replaySeconds: number = 10;

  /**
   * Development switch: allows redirect URIs with plain `http`, and a base URL with it. Without it both must be `https`,
   * loopback addresses of public clients excepted. Default: false.
   */
  readonly allowInsecureHttp: boolean = false;

  /**
   * Compatibility switch: the token endpoint also takes its parameters, the client's secret among them, from the address,
   * as some clients of Confluence send them. RFC 6749 §2.3.1 forbids that, because addresses are kept in histories and in the
   * logs of every proxy on the way (RFC 9700 §4.3.2); this library logs none. Default: false, such requests get a 400.
   */
  readonly allowSecretInQuery: boolean = false;

  /** @throws Error naming the setting that is out of its bounds, and the bounds. */
  constructor(given: Partial<OAuthProviderOptions> = {}) {
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined) Object.assign(this, { [name]: value });
    }
    for (const [name, [least, most]] of Object.entries(bounds)) {
      const value = this[name as keyof typeof bounds];
      if (!Number.isSafeInteger(value) || value < least || value > most) {
        throw new Error(
          `OAuthProviderModule: ${name} is ${String(value)}; give a whole number of seconds from ${least} to ${most}.`,
        );
      }
    }
  }
}

const bounds = {
  codeSeconds: [1, 600],
  accessTokenSeconds: [1, 86_400],
  refreshTokenSeconds: [1, 31_536_000],
  replaySeconds: [0, 60],
} as const;
