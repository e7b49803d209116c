import { describe, expect, it } from 'vitest';
import { inEnglish } from '../words/phrase.js';
import { isRegistered, redirectUriProblem, type RedirectUriRules } from './redirect-uri.js';

const confidential = { clientType: 'confidential', allowInsecureHttp: false } as const;
const publicClient = { clientType: 'public', allowInsecureHttp: false } as const;

const problemOf = (uri: string, rules: RedirectUriRules): string | null => {
  const problem = redirectUriProblem(uri, rules);
  return problem && inEnglish(problem);
};

describe('registering a redirect URI', () => {
  it.each([
    'https://app.example.com/callback',
    'https://app.example.com:8443/callback?tenant=1',
    'https://api.nango.dev/oauth/callback',
    'https://app.example.cloud/cb',
    'https://[2001:db8::1]/cb',
    'https://app.example.com/~person/cb',
    'https://app.example.com',
    `https://app.example.com/${'x'.repeat(1994 - 24)}`,
  ])('takes %s', (uri) => {
    expect(problemOf(uri, confidential)).toBeNull();
  });

  it.each([
    ['', 'Give a redirect URL'],
    ['callback', 'no complete URL'],
    ['//app.example.com/cb', 'no complete URL'],
    ['http://app.example.com/cb', 'Use https'],
    ['http://127.0.0.1/cb', 'in the clear'],
    ['https://app.example.com/cb#x', 'no fragment'],
    ['https://app.example.com/cb#', 'no fragment'],
    ['https://user:pw@app.example.com/cb', 'user name or password'],
    ['https://@app.example.com/cb', 'user name or password'],
    ['https://*.example.com/cb', 'no wildcards'],
    ['https://a;script-src/cb', 'character that host names do not have'],
    ['https:app.example.com/cb', 'names no host'],
    ['https:///app.example.com', 'names no host'],
    ['https:/app.example.com/?https://app.example.com/', 'names no host'],
    ['HTTPS://user@app.example.com/cb', 'user name or password'],
    ['https://user@app.example.com?cb', 'user name or password'],
    ['https://:pw@app.example.com/cb', 'user name or password'],
    ['https://app.example.com/c b', 'no spaces'],
    ['https://app.example.com/c\u0000b', 'no spaces'],
    ['https://app.example.com\\@evil.example/cb', 'backslashes'],
    ['https://app.example.com/"x', 'quotes'],
    ['https://äpp.example.com/cb', 'beyond ASCII'],
    ['javascript:alert(1)', 'javascript:'],
    ['JaVaScRiPt:alert(1)', 'javascript:'],
    ['data:text/html,x', 'data:'],
    ['vbscript:x', 'vbscript:'],
    ['file:///etc/passwd', 'file:'],
    ['blob:https://app.example.com/1', 'blob:'],
    ['about:blank', 'about:'],
    ['view-source:https://app.example.com/cb', 'view-source:'],
    ['filesystem:https://app.example.com/cb', 'filesystem:'],
    ['com.example.app:/cb', 'Only public applications'],
    [`https://app.example.com/${'x'.repeat(1995 - 24)}`, 'at most 1,994'],
  ])('P16 refuses %j and says why', (uri, why) => {
    expect(problemOf(uri, confidential)).toContain(why);
  });

  it('takes loopback addresses and reverse domain schemes of public clients only', () => {
    for (const uri of ['http://127.0.0.1/cb', 'http://[::1]:3000/cb', 'com.example.app:/cb']) {
      expect(problemOf(uri, publicClient)).toBeNull();
      expect(problemOf(uri, confidential)).not.toBeNull();
    }
    expect(problemOf('http://localhost/cb', publicClient)).toContain('http://127.0.0.1');
    expect(problemOf('http://127.0.0.1.evil.example/cb', publicClient)).toContain('Use https');
    expect(problemOf('http://evil.example/http://127.0.0.1/cb', publicClient)).toContain('Use https');
    expect(problemOf('myapp:/cb', publicClient)).toContain('in reverse');
  });

  it('P16 refuses userinfo and script schemes of public clients as well', () => {
    expect(problemOf('com.example.app://u@host/cb', publicClient)).toContain('user name or password');
    expect(problemOf('javascript:alert(1)', publicClient)).toContain('javascript:');
  });

  it('takes plain http under the development switch', () => {
    expect(problemOf('http://localhost:8091/cb', { ...confidential, allowInsecureHttp: true })).toBeNull();
  });
});

describe('matching a redirect URI', () => {
  const client = { type: 'confidential', redirectUris: ['https://app.example.com/cb'] } as const;

  it('takes what was registered, to the letter', () => {
    expect(isRegistered('https://app.example.com/cb', client)).toBe(true);
    expect(isRegistered('https://app.example.com/cb', { ...client, type: 'public' })).toBe(true);
  });

  it.each([
    'https://app.example.com/cb/',
    'https://app.example.com/cb?x=1',
    'https://app.example.com/CB',
    'https://APP.example.com/cb',
    'https://app.example.com:443/cb',
    'https://app.example.com/%63b',
    'https://app.example.com/cb#',
    'https://app.example.com/cb;x',
    'https://u@app.example.com/cb',
    'http://app.example.com/cb',
    'https://app.example.com/cb ',
    'https://app.example.com.evil.example/cb',
    'https://app.example.com/x/../cb',
  ])('P16 takes %j for another one', (uri) => {
    expect(isRegistered(uri, client)).toBe(false);
    expect(isRegistered(uri, { ...client, type: 'public' })).toBe(false);
  });

  it('P16 excuses the port of a loopback address, for public clients only', () => {
    const redirectUris = ['http://127.0.0.1/cb', 'http://[::1]:1/cb?a=1'];
    const onDevice = { type: 'public', redirectUris } as const;
    expect(isRegistered('http://127.0.0.1:49152/cb', onDevice)).toBe(true);
    expect(isRegistered('http://[::1]:49152/cb?a=1', onDevice)).toBe(true);
    expect(isRegistered('http://127.0.0.1:65535', { type: 'public', redirectUris: ['http://127.0.0.1'] })).toBe(true);
    expect(isRegistered('http://127.0.0.1:49152/cb', { ...onDevice, type: 'confidential' })).toBe(false);
    for (const uri of [
      'http://127.0.0.1:49152/other',
      'http://127.0.0.1:49152/cb?x',
      'http://127.0.0.1:65536/cb',
      'http://[::1]:49152/cb',
      'http://127.0.0.1:80@evil.example/cb',
      'http://evil.example/http://127.0.0.1:49152/cb',
      'http://127.0.0.2:1/cb',
      'http://localhost:1/cb',
      'https://127.0.0.1:1/cb',
    ]) {
      expect(isRegistered(uri, onDevice)).toBe(false);
    }
  });
});
