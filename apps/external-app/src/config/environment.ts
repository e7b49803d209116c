import { normalizeWikiUrl } from '../settings/wiki-url.js';
import { blankSettings, type LinkSettings } from '../settings/link-settings.js';
import type { ExternalAppConfig, ListenAddress } from './external-app.config.js';

type Environment = Record<string, string | undefined>;

function port(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new Error(`PORT is "${text}". Give a number from 0 to 65535.`);
}

function baseUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash) return url.origin;
  throw new Error(`BASE_URL is "${text}". Give scheme, host and port only, for instance http://localhost:8091.`);
}

function fixedSettings(env: Environment): Partial<LinkSettings> {
  const clientId = env.CLIENT_ID?.trim();
  if (env.CLIENT_SECRET && !clientId)
    throw new Error('CLIENT_SECRET is given without CLIENT_ID. Give both or neither.');
  const wikiUrl = env.WIKI_URL || (clientId && blankSettings.wikiUrl);
  return {
    ...(wikiUrl && { wikiUrl: normalizeWikiUrl(wikiUrl) }),
    ...(clientId && { clientId, clientSecret: env.CLIENT_SECRET?.trim() ?? '' }),
    ...(env.SCOPES && { scopes: env.SCOPES.split(/[\s,]+/).filter(Boolean) }),
  };
}

/** Reads the configuration from environment variables. Throws a sentence that says what to change. */
export function readEnvironment(env: Environment): { config: ExternalAppConfig; listen: ListenAddress } {
  return {
    config: {
      baseUrl: baseUrl(env.BASE_URL),
      dataDir: env.FIELD_NOTES_DATA_DIR || './data/external-app',
      fixedSettings: fixedSettings(env),
    },
    listen: { port: port(env.PORT || '8091'), host: env.HOST || '127.0.0.1' },
  };
}
