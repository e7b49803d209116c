import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { AskedPerson, going } from '../support/asked-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { verbatim } from '../support/network.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const day = 86_400_000;
const pkce = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };
const settings = [
  { database: databases[0]!, platform: 'express', contextPath: '' },
  { database: databases[1]!, platform: 'fastify', contextPath: '/wiki' },
] as const;
const markOf = ({ cookies }: HttpSession) => [...cookies].find(([name]) => name === 'drawbridge-browser');

describe.each(settings)('a remembered yes on $database.name and $platform', ({ database, platform, contextPath }) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let administration: Administration;
  let application: LinkedApplication;
  let person: AskedPerson;

  const signIn = (name: string) => new HttpSession(wiki.url, verbatim).signIn(name);
  const codes = () => wiki.get(DataSource).manager.count('Family');

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, contextPath });
    admin = await signIn('admin');
    administration = await Administration.of(admin);
  });

  afterAll(() => wiki.close());

  beforeEach(async () => {
    const scopes = ['READ', 'WRITE', 'ADMIN'];
    application = await LinkedApplication.create(wiki.url, admin, { scopes, rememberConsent: true });
    person = new AskedPerson(await signIn('writer'), application);
  });

  it('sends a person on who is asked the very same again, with what they gave', async () => {
    expect(await person.unasked()).toBeNull();
    await person.sayYes({}, 'READ');
    const { status, location, headers } = await person.ask({ state: 'a "b"', scope: 'WRITE READ' });
    expect([status, location?.searchParams.get('state')]).toEqual([303, 'a "b"']);
    expect(location?.searchParams.get('iss')).toBe(wiki.url);
    expect([headers.get('cache-control'), headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer']);
    const { body } = await application.exchange(location?.searchParams.get('code') ?? '');
    expect(body.scope).toBe('READ');
  });

  it('is told on the page, in the profile, in JSON and in the audit trail', async () => {
    expect((await person.ask()).text).toContain('remembers it in this browser for 30 days');
    await person.sayYes();
    expect(await person.unasked()).toBeTruthy();
    const profile = await person.session.get('/profile/authorized-applications');
    expect(profile.text).toContain('Your answer is remembered until');
    const { rememberedUntil } = await person.authorization();
    expect(Date.parse(String(rememberedUntil)) - wiki.clock.now()).toBeGreaterThan(29 * day);
    const path = `/rest/application-links/latest/links/${application.link.id}`;
    const { results } = (await admin.get(`${path}/events`)).json<{ results: { type: string; details: object }[] }>();
    const given = results.filter(({ type }) => type === 'authorization.given').map(({ details }) => details);
    expect(given.map((details) => 'rememberedSince' in details)).toEqual([true, false]);
    expect(given[0]).toMatchObject({ scopes: ['READ', 'WRITE'], redirectUri: application.link.redirectUri });
    expect((await admin.get(path)).json()).toMatchObject({ rememberConsent: true });
  });

  it('P17 stands for the same question alone', async () => {
    const second = 'https://app.example.com/second';
    await administration.updateLink(application.link.id, { redirectUris: [application.link.redirectUri, second] });
    await person.sayYes();
    const others = [{ scope: 'READ' }, { scope: 'WRITE' }, { scope: 'READ WRITE ADMIN' }, { scope: null }];
    for (const other of [...others, { redirect_uri: second }]) {
      expect([other, await person.unasked(other)]).toEqual([other, null]);
    }
    expect(await person.unasked()).toBeTruthy();
  });

  it('P17 takes no proof away: what was asked with PKCE is not answered without', async () => {
    await person.sayYes(pkce);
    expect(await person.unasked(pkce)).toBeTruthy();
    expect(await person.unasked()).toBeNull();
  });

  it('P17 is one person’s in one browser', async () => {
    await person.sayYes();
    const mark = markOf(person.session)!;
    const reader = await signIn('reader');
    reader.cookies.set(...mark);
    expect(await new AskedPerson(reader, application).unasked(), 'another person').toBeNull();
    const nobody = new HttpSession(wiki.url, verbatim);
    nobody.cookies.set(...mark);
    expect((await new AskedPerson(nobody, application).ask()).location?.pathname, 'nobody').toMatch(/\/login$/);
    expect(await person.unasked()).toBeTruthy();
  });

  it('P17 helps nobody who signs a person in as somebody else, in the browser of that person', async () => {
    await person.sayYes();
    const another = await signIn('writer');
    expect(await new AskedPerson(another, application).unasked(), 'a browser without a mark').toBeNull();
    another.cookies.set('drawbridge-browser', 'v'.repeat(43));
    expect(await new AskedPerson(another, application).unasked(), 'a browser with its own').toBeNull();
  });

  it('outlives the session in the same browser', async () => {
    await person.sayYes();
    const mark = markOf(person.session)!;
    person.session.cookies.clear();
    person.session.cookies.set(...mark);
    await person.session.signIn('writer');
    expect(await person.unasked()).toBeTruthy();
    expect(markOf(person.session)).toEqual(mark);
  });

  it('P17 is stored as digests alone, and its cookie is no script’s', async () => {
    const page = await person.ask();
    const answer = await person.session.submit(page.form('oauth2/latest/consent'), {}, 'Allow');
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('drawbridge-browser='));
    expect(cookie).toMatch(/=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Lax$/);
    const rows = await wiki.get(DataSource).manager.find('RememberedConsent');
    expect(JSON.stringify(rows)).not.toContain(markOf(person.session)![1]);
  });

  it('P17 answers only somebody who goes to the page now', async () => {
    await person.sayYes();
    const before = await codes();
    const others: [Record<string, string>, string?][] = [
      [{}],
      [{ ...going, 'sec-fetch-dest': 'iframe' }],
      [{ ...going, 'sec-fetch-dest': 'empty', 'sec-fetch-mode': 'cors' }],
      [{ ...going, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
      [{ ...going, 'sec-purpose': 'prefetch' }],
      [{ ...going, 'sec-purpose': 'prefetch;prerender' }],
      [{ ...going, purpose: 'prefetch' }],
      [going, 'HEAD'],
    ];
    for (const [headers, method] of others) {
      const { status, location } = await person.ask({}, headers, method);
      expect([headers, status, location]).toEqual([headers, 200, undefined]);
    }
    expect(await codes()).toBe(before);
    expect(await person.unasked()).toBeTruthy();
  });

  it('P17 is not repeated for a token, whatever cookies come with it', async () => {
    await person.sayYes();
    const { body } = await application.exchange((await person.unasked()) ?? '');
    const answer = await person.ask({}, { ...going, authorization: `Bearer ${String(body.access_token)}` });
    expect([answer.status, answer.location]).toEqual([403, undefined]);
  });

  it('P17 is not repeated for a POST, but for the GET it is sent around to', async () => {
    await person.sayYes();
    const { origin, pathname, searchParams: body } = application.authorizationUrl({ state: 's' });
    const init = { method: 'POST', body, redirect: 'manual', headers: going } as const;
    const around = await person.session.request(origin + pathname, init);
    expect([around.status, around.location?.pathname]).toEqual([303, pathname]);
    const sent = await person.session.request(around.location!.href, { headers: going, redirect: 'manual' });
    expect(sent.location?.searchParams.get('code')).toBeTruthy();
  });

  it.each(['consent', 'login', 'select_account', 'none consent'])('P17 rests for prompt=%s', async (prompt) => {
    await person.sayYes();
    expect(await person.unasked({ prompt })).toBeNull();
    expect(await person.unasked({ prompt: 'none' })).toBeTruthy();
  });

  it('P17 is not kept where no administrator allowed it', async () => {
    const strict = new AskedPerson(person.session, await LinkedApplication.create(wiki.url, admin));
    expect((await strict.ask()).text).not.toContain('remembers it');
    await strict.sayYes();
    expect(markOf(strict.session)).toBeUndefined();
    expect(await strict.unasked()).toBeNull();
  });

  it('P17 is not offered to public applications', async () => {
    const link = { name: 'A phone', redirectUris: ['https://app.example/'], scopes: ['READ'], clientType: 'public' };
    const path = '/rest/application-links/latest/links';
    const refused = await administration.send('POST', path, { ...link, rememberConsent: true });
    expect([refused.status, refused.json()]).toMatchObject([400, { errors: [{ field: 'rememberConsent' }] }]);
  });

  it('P4 gives what was given last to the same question', async () => {
    await person.sayYes({}, 'WRITE');
    expect(await person.unaskedScope()).toBe('READ WRITE');
    await person.sayYes({}, 'READ');
    expect(await person.unaskedScope()).toBe('READ');
    await person.sayYes({ scope: 'READ WRITE ADMIN' }, 'WRITE');
    expect(await person.unaskedScope()).toBe('READ');
  });

  it('P21 meets the person after five times in a minute, however many come at once', async () => {
    await person.sayYes();
    const found = await Promise.all(Array.from({ length: 12 }, () => person.unasked()));
    expect(new Set(found.filter((code) => code !== null)).size).toBe(5);
    expect(found.filter((code) => code === null)).toHaveLength(7);
    expect(await person.unasked()).toBeNull();
    wiki.clock.advance(60_000);
    expect(await person.unasked()).toBeTruthy();
  });

  it('gives two tabs a code each', async () => {
    await person.sayYes();
    const found = await Promise.all([person.unasked({ state: 'one' }), person.unasked({ state: 'two' })]);
    expect(new Set(found).size).toBe(2);
    for (const code of found) expect((await application.exchange(code ?? '')).status).toBe(200);
  });
});
