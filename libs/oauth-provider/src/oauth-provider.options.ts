import { type OwnProviderWords } from './words/provider-words.js';

/** The settings of {@link OAuthProviderModule}. Lifetimes are in seconds, bounds are inclusive. */
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
   * How often client authentication, or the guessing of codes and refresh tokens, may fail for one client from one network
   * in a window before that network hears 429 for this client; for a person's forms the same. 1 to 1000. Default: 10.
   */
  readonly failuresPerClient: number = 10;

  /** The same for one network whatever client it names. 1 to 1000000. Default: 100. */
  readonly failuresPerNetwork: number = 100;

  /** Length of a window in which failures are counted. 1 to 3600. Default: 60. */
  readonly failureWindowSeconds: number = 60;

  /**
   * Absolute life of a sign-in, counted from the person's yes: no token of it outlives this, however often it is
   * refreshed, and the person is asked again. 60 to 315360000. Default: none, a sign-in lasts while it is used.
   */
  readonly familySeconds: number | undefined = undefined;

  /**
   * The longest life an administrator may give the access tokens of one link. From `accessTokenSeconds` to 86400.
   * Default: `accessTokenSeconds`, so that a link can only shorten it. Lowered later, it caps what links were given.
   */
  readonly longestAccessTokenSeconds: number;

  /** The same for refresh tokens. From `refreshTokenSeconds` to 31536000. Default: `refreshTokenSeconds`. */
  readonly longestRefreshTokenSeconds: number;

  /**
   * The same for the absolute life of a sign-in. From `familySeconds` to 315360000; without a `familySeconds` every sign-in
   * lasts while it is used, so nothing shorter makes sense. Default: `familySeconds`, or 315360000 without one.
   */
  readonly longestFamilySeconds: number;

  /**
   * For how long a person's yes is remembered, counted from the yes, where an administrator allows that for a link; never
   * beyond `familySeconds`. 60 to 31536000. Default: 2592000, 30 days.
   */
  readonly rememberConsentSeconds: number = 2_592_000;

  /**
   * Whether this node lets applications in. `false` answers every request with a token by 503
   * `temporarily_unavailable` and a `Retry-After`, never by 401: nothing is said about the token, so applications keep
   * it and come back. The token endpoint goes on. Default: true.
   */
  readonly bearerEnabled: boolean = true;

  /**
   * For how many access tokens a node keeps in memory what it judged them by, so that a request costs no query of its own;
   * some 550 bytes each. 0 to 10000000; 0 reads it anew for every request. Default: 100000.
   */
  readonly rememberedTokens: number = 100_000;

  /**
   * The host's promise to call `Endings.personChanged` in the transaction of every change that touches whether somebody may
   * sign in, or how high they stand. Then `Users` need not be asked on every request. Default: false.
   */
  readonly personChangesAreTold: boolean = false;

  /**
   * Whether PostgreSQL keeps the statements that requests wait for prepared on each connection, under names. `false` is for a
   * pooler between that gives a statement any connection, such as PgBouncer before 1.21. Default: true.
   */
  readonly preparedStatements: boolean = true;

  /** How often what has expired is cleaned away, on one node for all. 1 to 604800; 0 never. Default: 3600. */
  readonly cleaningSeconds: number = 3600;

  /** How many rows one statement of the cleaning looks at. 1 to 10000. Default: 500. */
  readonly cleaningBatch: number = 500;

  /**
   * How long the cleaning rests after each batch at least, in milliseconds; after one that took long it rests the longer, so that it is
   * at work for two percent of the time, up to 30 seconds. 0, not at all, to 60000. Default: 100.
   */
  readonly cleaningPauseMilliseconds: number = 100;

  /**
   * For how long what has ended or expired is kept, so that an application is told the cause, and nodes whose clocks
   * differ by less agree. 60 to 31536000. Default: 86400, a day.
   */
  readonly keepEndedSeconds: number = 86_400;

  /** For how many days the counts of use are kept, and from where secrets were used. 1 to 3660. Default: 400. */
  readonly keepUsageDays: number = 400;

  /** For how many days the audit trail keeps an event. 1 to 36600; 0 for ever. Default: 1096, three years, as in Confluence. */
  readonly keepEventsDays: number = 1096;

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

  /**
   * What these pages say in other words or in other languages, by language tag: `{ en: { 'consent.allow': 'Let in' } }`. What is left
   * out stays as it is, and is English in a language we do not speak; `ProviderTranslation` is the type of a whole translation.
   */
  readonly words: OwnProviderWords = {};

  /** @throws Error naming the setting that is out of its bounds, and the bounds. */
  constructor(given: Partial<OAuthProviderOptions> = {}) {
    for (const [name, value] of Object.entries(given)) {
      if (value !== undefined) Object.assign(this, { [name]: value });
    }
    this.longestAccessTokenSeconds = given.longestAccessTokenSeconds ?? this.accessTokenSeconds;
    this.longestRefreshTokenSeconds = given.longestRefreshTokenSeconds ?? this.refreshTokenSeconds;
    this.longestFamilySeconds = given.longestFamilySeconds ?? this.familySeconds ?? bounds.familySeconds[1];
    for (const [name, [least, most]] of Object.entries(bounds)) {
      const value = this[name as keyof typeof bounds];
      if (value === undefined) continue;
      if (!Number.isSafeInteger(value) || value < least || value > most) {
        throw new Error(
          `OAuthProviderModule: ${name} is ${String(value)}; give a whole number from ${least} to ${most}.`,
        );
      }
    }
    for (const [longest, general] of longestOf) {
      const value = this[general];
      if (this[longest] >= (value ?? bounds[general][1])) continue;
      throw new Error(
        `OAuthProviderModule: ${longest} is ${this[longest].toString()}, less than ${general}, which is ${value?.toString() ?? 'not set and so without end'}. Raise the first or lower the second.`,
      );
    }
  }
}

/** The bounds of what a link may be given, and what every link has without. */
const longestOf = [
  ['longestAccessTokenSeconds', 'accessTokenSeconds'],
  ['longestRefreshTokenSeconds', 'refreshTokenSeconds'],
  ['longestFamilySeconds', 'familySeconds'],
] as const;

const bounds = {
  codeSeconds: [1, 600],
  accessTokenSeconds: [1, 86_400],
  refreshTokenSeconds: [1, 31_536_000],
  replaySeconds: [0, 60],
  failuresPerClient: [1, 1000],
  failuresPerNetwork: [1, 1_000_000],
  failureWindowSeconds: [1, 3600],
  familySeconds: [60, 315_360_000],
  longestAccessTokenSeconds: [1, 86_400],
  longestRefreshTokenSeconds: [1, 31_536_000],
  longestFamilySeconds: [60, 315_360_000],
  rememberConsentSeconds: [60, 31_536_000],
  rememberedTokens: [0, 10_000_000],
  cleaningSeconds: [0, 604_800],
  cleaningBatch: [1, 10_000],
  cleaningPauseMilliseconds: [0, 60_000],
  keepEndedSeconds: [60, 31_536_000],
  keepUsageDays: [1, 3660],
  keepEventsDays: [0, 36_600],
} as const;
