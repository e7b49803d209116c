import { isIP } from 'node:net';
import { type OAuthProviderOptions } from 'nestjs-drawbridge/oauth-provider';

/** What an operator decides about the wiki. */
export class WikiConfig {
  /** The TCP port to listen on, 0 to 65535; 0 takes any free one. Default 8090. */
  readonly port: number = 8090;

  /** The interface to listen on: loopback only while the base URL is loopback, else every one. */
  readonly host: string = '127.0.0.1';

  /** The public address with its context path and no trailing slash. Default `http://localhost:8090`. */
  readonly baseUrl: string = 'http://localhost:8090';

  /** `postgres://…`; `undefined` keeps everything in a SQLite file in the data folder. */
  readonly databaseUrl?: string;

  /** The folder for the SQLite file, the keys and the backups. Made when missing. Default `./data`. */
  readonly dataDir: string = './data';

  /**
   * Whether a start makes what is missing: the data folder, keys, tables. Default `true`; a command beside a running wiki makes
   * none of it.
   */
  readonly beginsAnew: boolean = true;

  /** The HTTP platform. Default `express`. */
  readonly platform: 'express' | 'fastify' = 'express';

  /** The proxies whose `X-Forwarded-For` is believed: addresses, networks or `loopback`. Default: none. */
  readonly trustProxy: readonly string[] = [];

  /** The password of the account `sysadmin` that the first start makes, at least 12 characters. Unused on loopback. */
  readonly sysadminPassword?: string;

  /** The secrets at rest as `id:base64`, separated by commas, the current one first. Default: a file in the data folder. */
  readonly keys?: string;

  /** How often signing in may fail in a minute. */
  readonly signIn: {
    /** With one username from one network, 1 to 1000. Default 10. */
    readonly failuresPerPerson?: number;
    /** From one network, 1 to 1000000. Default 100. */
    readonly failuresPerNetwork?: number;
  } = {};
  /** Settings of the provider; each one left out takes the library's default. */
  readonly oauth: Partial<Omit<OAuthProviderOptions, 'allowInsecureHttp'>> = {};

  constructor(chosen: Partial<WikiConfig> = {}) {
    Object.assign(this, defined(chosen));
  }

  /** Whether the base URL can only be reached from this machine: then the first start makes demo accounts. */
  get isLoopback(): boolean {
    return isLoopback(new URL(this.baseUrl).hostname);
  }

  /** The base URL's path without a trailing slash: empty, or for instance `/confluence`. */
  get contextPath(): string {
    return new URL(this.baseUrl).pathname.replace(/\/+$/, '');
  }
}

const defined = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

/** Whether a host name, as a URL spells it, means this machine. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127\.\d+\.\d+\.\d+$/.test(hostname);

/**
 * Reads the wiki's configuration from environment variables; an empty one counts as absent.
 * @throws Error when one makes no sense, in a sentence that says what to change.
 */
export function wikiConfigFromEnv(env: NodeJS.ProcessEnv): WikiConfig {
  const text = (name: string) => env[name]?.trim() || undefined;
  const port = numberOf('PORT', text('PORT'), 0, 65_535) ?? 8090;
  const baseUrl = baseUrlOf(text('BASE_URL') ?? `http://localhost:${port.toString()}`);
  return new WikiConfig({
    port,
    baseUrl,
    host: isLoopback(new URL(baseUrl).hostname) ? '127.0.0.1' : '0.0.0.0',
    databaseUrl: databaseUrlOf(text('DATABASE_URL')),
    dataDir: text('WIKI_DATA_DIR'),
    platform: platformOf(text('PLATFORM')),
    trustProxy: text('TRUST_PROXY')
      ?.split(/[\s,]+/)
      .map(proxyOf),
    sysadminPassword: env.WIKI_SYSADMIN_PASSWORD || undefined,
    keys: text('WIKI_KEYS'),
    oauth: defined({
      codeSeconds: numberOf('OAUTH_CODE_SECONDS', text('OAUTH_CODE_SECONDS'), 1, 600),
      accessTokenSeconds: numberOf('OAUTH_ACCESS_TOKEN_SECONDS', text('OAUTH_ACCESS_TOKEN_SECONDS'), 1),
      refreshTokenSeconds: numberOf('OAUTH_REFRESH_TOKEN_SECONDS', text('OAUTH_REFRESH_TOKEN_SECONDS'), 1),
      replaySeconds: numberOf('OAUTH_REPLAY_SECONDS', text('OAUTH_REPLAY_SECONDS'), 0),
      failuresPerClient: numberOf('OAUTH_FAILURES_PER_CLIENT', text('OAUTH_FAILURES_PER_CLIENT'), 1, 1000),
      failuresPerNetwork: numberOf('OAUTH_FAILURES_PER_NETWORK', text('OAUTH_FAILURES_PER_NETWORK'), 1, 1_000_000),
      familySeconds: numberOf('OAUTH_FAMILY_SECONDS', text('OAUTH_FAMILY_SECONDS'), 60),
      longestAccessTokenSeconds: numberOf(
        'OAUTH_LONGEST_ACCESS_TOKEN_SECONDS',
        text('OAUTH_LONGEST_ACCESS_TOKEN_SECONDS'),
        1,
        86_400,
      ),
      longestRefreshTokenSeconds: numberOf(
        'OAUTH_LONGEST_REFRESH_TOKEN_SECONDS',
        text('OAUTH_LONGEST_REFRESH_TOKEN_SECONDS'),
        1,
        31_536_000,
      ),
      longestFamilySeconds: numberOf('OAUTH_LONGEST_FAMILY_SECONDS', text('OAUTH_LONGEST_FAMILY_SECONDS'), 60),
      bearerEnabled: switchOf('OAUTH_BEARER_ENABLED', text('OAUTH_BEARER_ENABLED')),
      cleaningSeconds: numberOf('OAUTH_CLEANING_SECONDS', text('OAUTH_CLEANING_SECONDS'), 0, 604_800),
      cleaningBatch: numberOf('OAUTH_CLEANING_BATCH', text('OAUTH_CLEANING_BATCH'), 1, 10_000),
      cleaningPauseMilliseconds: numberOf('OAUTH_CLEANING_PAUSE_MS', text('OAUTH_CLEANING_PAUSE_MS'), 0, 60_000),
      keepEndedSeconds: numberOf('OAUTH_KEEP_ENDED_SECONDS', text('OAUTH_KEEP_ENDED_SECONDS'), 60),
      keepUsageDays: numberOf('OAUTH_KEEP_USAGE_DAYS', text('OAUTH_KEEP_USAGE_DAYS'), 1, 3660),
      keepEventsDays: numberOf('OAUTH_KEEP_EVENTS_DAYS', text('OAUTH_KEEP_EVENTS_DAYS'), 0, 36_600),
      allowSecretInQuery: switchOf('OAUTH_ALLOW_SECRET_IN_QUERY', text('OAUTH_ALLOW_SECRET_IN_QUERY')),
    }),
    signIn: defined({
      failuresPerPerson: numberOf('SIGN_IN_FAILURES_PER_PERSON', text('SIGN_IN_FAILURES_PER_PERSON'), 1, 1000),
      failuresPerNetwork: numberOf('SIGN_IN_FAILURES_PER_NETWORK', text('SIGN_IN_FAILURES_PER_NETWORK'), 1, 1_000_000),
    }),
  });
}

function numberOf(name: string, value: string | undefined, least: number, most = 10 * 365 * 86_400) {
  if (value === undefined) return undefined;
  const number = /^\d{1,10}$/.test(value) ? Number(value) : NaN;
  if (!(number >= least && number <= most))
    throw new Error(`${name} is "${value}". Set it to a whole number from ${least.toString()} to ${most.toString()}.`);
  return number;
}

function switchOf(name: string, value: string | undefined): boolean | undefined {
  if (value === undefined) return undefined;
  if (value === 'true' || value === 'false') return value === 'true';
  throw new Error(`${name} is "${value}". Set it to true or false.`);
}

function baseUrlOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const plain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!plain || !['http:', 'https:'].includes(url.protocol))
    throw new Error(
      `BASE_URL is "${value}". Set it to the wiki's public http or https address, without user, query or fragment.`,
    );
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

function databaseUrlOf(value: string | undefined): string | undefined {
  if (value === undefined || /^postgres(ql)?:\/\//.test(value)) return value;
  const kind = /^(mysql|mariadb):/.test(value)
    ? 'MySQL and MariaDB are not supported yet'
    : 'It names no database we know';
  throw new Error(`DATABASE_URL cannot be used. ${kind}. Set it to postgres://…, or leave it out to use SQLite.`);
}

function proxyOf(value: string): string {
  const [address = '', bits = '0'] = value.split('/');
  const isKnown = ['loopback', 'linklocal', 'uniquelocal'].includes(value);
  if (isKnown || (isIP(address) && /^\d{1,3}$/.test(bits) && Number(bits) <= (isIP(address) === 4 ? 32 : 128)))
    return value;
  throw new Error(`TRUST_PROXY names "${value}". Set it to addresses or networks of proxies, or to loopback.`);
}

function platformOf(value: string | undefined): WikiConfig['platform'] | undefined {
  if (value === undefined || value === 'express' || value === 'fastify') return value;
  throw new Error(`PLATFORM is "${value}". Set it to express or fastify.`);
}
