import { describe, expect, it } from 'vitest';
import { WikiConfig, wikiConfigFromEnv } from './wiki-config.js';

describe('the configuration', () => {
  it('needs nothing', () => {
    const config = wikiConfigFromEnv({});
    expect(config).toEqual(new WikiConfig());
    expect(config).toMatchObject({
      port: 8090,
      baseUrl: 'http://localhost:8090',
      platform: 'express',
      isLoopback: true,
    });
  });

  it('listens everywhere once the wiki has a public address', () => {
    const config = wikiConfigFromEnv({ BASE_URL: 'https://wiki.example.org/confluence/', PORT: '80' });
    expect(config).toMatchObject({ host: '0.0.0.0', contextPath: '/confluence', isLoopback: false });
    expect(config.baseUrl).toBe('https://wiki.example.org/confluence');
  });

  it('leaves out what is not set', () => {
    const env = { OAUTH_CODE_SECONDS: '5', OAUTH_BEARER_ENABLED: 'false', PORT: '' };
    expect(wikiConfigFromEnv(env).oauth).toEqual({ codeSeconds: 5, bearerEnabled: false });
  });

  it('takes secrets from addresses only when told to', () => {
    expect(wikiConfigFromEnv({ OAUTH_ALLOW_SECRET_IN_QUERY: 'true' }).oauth).toEqual({ allowSecretInQuery: true });
  });

  it.each([
    [{ PORT: '99999' }, 'PORT'],
    [{ PORT: 'http' }, 'PORT'],
    [{ BASE_URL: 'wiki.example.org' }, 'BASE_URL'],
    [{ BASE_URL: 'https://wiki.example.org/?x' }, 'BASE_URL'],
    [{ DATABASE_URL: 'mysql://root@localhost/wiki' }, 'MySQL and MariaDB are not supported yet'],
    [{ DATABASE_URL: 'wiki.db' }, 'DATABASE_URL'],
    [{ PLATFORM: 'koa' }, 'PLATFORM'],
    [{ TRUST_PROXY: '10.0.0.0/8, everybody' }, 'TRUST_PROXY names "everybody"'],
    [{ OAUTH_CODE_SECONDS: '601' }, 'OAUTH_CODE_SECONDS'],
    [{ OAUTH_FAILURES_PER_CLIENT: '0' }, 'OAUTH_FAILURES_PER_CLIENT'],
    [{ SIGN_IN_FAILURES_PER_NETWORK: 'none' }, 'SIGN_IN_FAILURES_PER_NETWORK'],
    [{ OAUTH_LONGEST_ACCESS_TOKEN_SECONDS: '86401' }, 'OAUTH_LONGEST_ACCESS_TOKEN_SECONDS'],
    [{ OAUTH_CLEANING_BATCH: '0' }, 'OAUTH_CLEANING_BATCH'],
    [{ OAUTH_BEARER_ENABLED: 'off' }, 'Set it to true or false'],
    [{ OAUTH_ALLOW_SECRET_IN_QUERY: 'yes' }, 'Set it to true or false'],
  ])('refuses nonsense: %j', (env, words) => {
    expect(() => wikiConfigFromEnv(env)).toThrow(words);
  });

  it('keeps passwords of the database out of what it says', () => {
    expect(() => wikiConfigFromEnv({ DATABASE_URL: 'mysql://root:hush@localhost/wiki' })).toThrow(/^(?!.*hush)/);
  });
});
