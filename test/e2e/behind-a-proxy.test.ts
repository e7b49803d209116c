import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration, type CreatedLink } from '../support/administration.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { discoveringClients } from '../support/discovering-client.js';
import { HttpSession } from '../support/http-session.js';
import { type Fetch, type SeenAnswer, throughProxy } from '../support/network.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const platforms = ['express', 'fastify'] as const;
const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');

const origin = 'https://wiki.example.com';
const base = `${origin}/confluence`;
const sysadminPassword = 'a long enough word';
const isOurs = (address: string) => /^(https:\/\/wiki\.example\.com)?\/confluence([/?#]|$)/.test(address);

describe.each(platforms)('behind a proxy that ends TLS, on %s', (platform) => {
  let wiki: RunningWiki;
  let inner: string;
  let reach: Fetch;
  let sysadmin: HttpSession;
  let link: CreatedLink;
  const seen: SeenAnswer[] = [];

  beforeAll(async () => {
    const config = { baseUrl: base, sysadminPassword, trustProxy: ['loopback'] };
    wiki = await startWiki({ database: sqlite, platform, config });
    inner = new URL(wiki.url).origin;
    reach = throughProxy(origin, inner, seen);
    sysadmin = await new HttpSession(base, reach).signIn('sysadmin', sysadminPassword);
    link = await (await Administration.of(sysadmin)).createLink();
  });

  afterAll(() => wiki.close());

  const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

  it.each(discoveringClients)('$name does the whole dance from the public address alone', async ({ discover }) => {
    const client = await discover({ wiki: base, ...link, scope: 'READ WRITE' }, reach);
    const url = await client.begin();
    expect(url.href).toMatch(/^https:\/\/wiki\.example\.com\/confluence\/rest\/oauth2\/latest\/authorize\?/);
    const callback = await answerConsent(sysadmin, url);
    expect(callback.searchParams.get('iss')).toBe(base);
    const tokens = await client.refresh(await client.finish(callback));
    const current = await reach(`${base}/rest/api/user/current`, bearer(tokens.accessToken));
    expect(await current.json()).toMatchObject({ username: 'sysadmin' });
    const spaces = await reach(`${base}/rest/api/space`, bearer(tokens.accessToken));
    expect(await spaces.json()).toMatchObject({ _links: { base } });
    expect(await client.introspect(tokens.accessToken)).toMatchObject({ active: true, iss: base });
    await client.revoke(tokens.refreshToken);
    const refused = await reach(`${base}/rest/api/space`, bearer(tokens.accessToken));
    expect(refused.headers.get('www-authenticate')).toContain(
      `resource_metadata="${base}/.well-known/oauth-protected-resource"`,
    );
  });

  it('every address of the metadata is a public one', async () => {
    for (const name of ['oauth-authorization-server', 'oauth-protected-resource']) {
      const [below, atRoot] = await Promise.all(
        [`${base}/.well-known/${name}`, `${origin}/.well-known/${name}/confluence`].map(async (url) => {
          const answer = await reach(url, {});
          return (await answer.json()) as Record<string, unknown>;
        }),
      );
      expect(below).toEqual(atRoot);
      const addresses = JSON.stringify(below).match(/https?:[^"]+/g) ?? [];
      expect(addresses.length).toBeGreaterThan(1);
      for (const address of addresses) expect(address).toSatisfy(isOurs);
    }
  });

  it('somebody who has to sign in first comes back to what they were asked', async () => {
    const stranger = new HttpSession(base, reach);
    const client = await discoveringClients[0]?.discover({ wiki: base, ...link, scope: 'READ' }, reach);
    const signIn = await stranger.get((await client?.begin())?.href ?? '');
    expect(new URL(signIn.url).pathname).toBe('/confluence/login');
    const consent = await stranger.submit(signIn.form('password'), {
      username: 'sysadmin',
      password: sysadminPassword,
    });
    expect(consent.form('oauth2/latest/consent').action).toBe('/confluence/rest/oauth2/latest/consent');
  });

  it('cookies go over TLS alone, and to this wiki alone', () => {
    const cookies = seen.flatMap(({ headers }) => headers.getSetCookie());
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Secure/);
      expect(cookie).toMatch(/; HttpOnly/);
      expect(cookie).toMatch(/; Path=\/confluence(;|$)/);
    }
  });

  it('pages, redirects and forms lead to public addresses, and no answer knows another', async () => {
    const pages = ['/', '/spaces', '/admin/application-links', `/admin/application-links/${link.id}`, '/profile'];
    for (const path of [...pages, '/profile/authorized-applications', '/admin', '/pages/none', '/rest/api/none']) {
      await sysadmin.get(path);
    }
    await new HttpSession(base, reach).get('/spaces');
    expect(seen.length).toBeGreaterThan(30);
    for (const { url, headers, text } of seen) {
      const answer = [...headers.values(), text].join('\n');
      expect([url, /(localhost|127\.0\.0\.1):\d+/.exec(answer)?.[0]]).toEqual([url, undefined]);
      const location = headers.get('location');
      if (location)
        expect(isOurs(location) || location.startsWith(link.redirectUri), `${url} → ${location}`).toBe(true);
      if (!headers.get('content-type')?.startsWith('text/html')) continue;
      for (const [, address = ''] of text.matchAll(/\s(?:href|src|action)="([^"]*)"/g)) {
        expect(isOurs(address) || /^#|^data:/.test(address), `${url} leads to ${address}`).toBe(true);
      }
    }
  });

  it('no header of a request changes an address', async () => {
    const headers = {
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'http',
      'x-forwarded-prefix': '/evil',
      forwarded: 'host=evil.example;proto=http',
      'x-original-url': '/evil',
    };
    const paths = [
      '/.well-known/oauth-authorization-server',
      '/.well-known/oauth-protected-resource',
      '/rest/api/space',
    ];
    for (const path of [...paths, '/spaces', '/rest/oauth2/latest/authorize?client_id=x']) {
      const url = `${inner}/confluence${path}`;
      const [plain, odd] = await Promise.all(
        [{}, headers].map((sent) => fetch(url, { headers: sent, redirect: 'manual' })),
      );
      expect([plain?.status, plain?.headers.get('location')]).toEqual([odd?.status, odd?.headers.get('location')]);
      expect(await odd?.text()).toBe(await plain?.text());
    }
  });

  it('P17 an answer must come from a page of the public address', async () => {
    const client = await discoveringClients[0]?.discover({ wiki: base, ...link, scope: 'READ' }, reach);
    for (const [from, status] of [
      [inner, 403],
      ['https://wiki.example.com.evil.example', 403],
      ['http://wiki.example.com', 403],
      [origin, 303],
    ] as const) {
      const form = (await sysadmin.get((await client?.begin())?.href ?? '')).form('oauth2/latest/consent');
      const body = new URLSearchParams([...form.fields, ...form.button('Allow')].map(([name, value]) => [name, value]));
      const answer = await sysadmin.request(origin + form.action, {
        method: 'POST',
        body,
        headers: { origin: from },
        redirect: 'manual',
      });
      expect([from, answer.status]).toEqual([from, status]);
    }
  });
});
