import { describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.js';

describe('the environment', () => {
  it('may be empty', () => {
    expect(readEnvironment({})).toEqual({
      config: { baseUrl: undefined, dataDir: './data/external-app', fixedSettings: {} },
      listen: { port: 8091, host: '127.0.0.1' },
    });
  });

  it('fixes the settings it names', () => {
    const { config } = readEnvironment({ CLIENT_ID: 'id', CLIENT_SECRET: 's', SCOPES: 'READ ADMIN' });
    const scopes = ['READ', 'ADMIN'];
    expect(config.fixedSettings).toEqual({
      wikiUrl: 'http://localhost:8090',
      clientId: 'id',
      clientSecret: 's',
      scopes,
    });
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is "http"'],
    [{ BASE_URL: 'http://localhost:8091/notes' }, 'BASE_URL is'],
    [{ CLIENT_SECRET: 'secret' }, 'CLIENT_SECRET is given without CLIENT_ID'],
    [{ WIKI_URL: 'http://wiki.example.org' }, 'Give an https address'],
  ])('says what to change about %o', (env, sentence) => {
    expect(() => readEnvironment(env)).toThrow(sentence);
  });
});
