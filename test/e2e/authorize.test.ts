import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { answerConsent, submitConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { publicForeignClient } from '../support/foreign-client.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('authorization and consent on %s', (database) => {
  let wiki: RunningWiki;
  let writer: HttpSession;
  let administration: Administration;
  let application: LinkedApplication;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    const admin = await new HttpSession(wiki.url).signIn('admin');
    administration = await Administration.of(admin);
    application = await LinkedApplication.create(wiki.url, admin, { name: 'Field <b>Notes</b>', scopes: ['ADMIN'] });
    writer = await new HttpSession(wiki.url).signIn('writer');
  });

  afterAll(() => wiki.close());

  const ask = (parameters: Record<string, string | null>) =>
    writer.request(application.authorizationUrl(parameters).href, { redirect: 'manual' });

  describe('P16 nothing is redirected before client and redirect URI are proven', () => {
    it.each([
      ['an unknown client', { client_id: '0'.repeat(32) }],
      ['no client', { client_id: null }],
      ['a client id that is no id', { client_id: "x'\u0000" }],
      ['an unregistered redirect URI', { redirect_uri: 'https://evil.example/cb' }],
      ['a longer redirect URI', { redirect_uri: 'https://app.example.com/callback/' }],
      ['no redirect URI', { redirect_uri: null }],
      ['a redirect URI with HTML in it', { redirect_uri: 'https://evil.example/<b>x</b>' }],
      ['a faulty redirect URI and a faulty scope', { redirect_uri: 'https://evil.example/cb', scope: 'x' }],
    ])('%s gets a page', async (_, parameters) => {
      const page = await ask(parameters);
      expect(page.status).toBe(400);
      expect(page.location).toBeUndefined();
      expect(page.text).toContain('This application cannot be let in');
      expect(page.text, 'P18').not.toContain('<b>x');
    });

    it('a repeated client_id or redirect_uri gets a page', async () => {
      for (const name of ['client_id', 'redirect_uri']) {
        const url = application.authorizationUrl();
        url.searchParams.append(name, url.searchParams.get(name) ?? '');
        const page = await writer.request(url.href, { redirect: 'manual' });
        expect([page.status, page.location]).toEqual([400, undefined]);
      }
    });
  });

  describe('every other error goes to the application, with state and issuer', () => {
    it.each([
      [{ response_type: 'token' }, 'unsupported_response_type', 'code'],
      [{ response_type: null }, 'invalid_request', 'response_type'],
      [
        { scope: 'read:jira-work' },
        'invalid_scope',
        'read:jira-work is unknown. This application may ask for: READ WRITE ADMIN.',
      ],
      [{ scope: 'SYSTEM_ADMIN' }, 'invalid_scope', 'READ WRITE ADMIN'],
      [{ code_challenge: 'x'.repeat(43) }, 'invalid_request', 'S256'],
      [{ code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' }, 'invalid_request', 'S256'],
      [{ code_challenge_method: 'S256' }, 'invalid_request', 'code_challenge'],
      [{ code_challenge: 'short', code_challenge_method: 'S256' }, 'invalid_request', '43'],
    ])('%j', async (parameters, error, description) => {
      const { status, location } = await ask({ state: 'a "b" &c', ...parameters });
      expect([status, location?.origin]).toEqual([303, 'https://app.example.com']);
      expect(location?.searchParams.get('error')).toBe(error);
      expect(location?.searchParams.get('error_description')).toContain(description);
      expect(location?.searchParams.get('state')).toBe('a "b" &c');
      expect(location?.searchParams.get('iss')).toBe(wiki.url);
    });

    it('a repeated parameter', async () => {
      const url = application.authorizationUrl({ scope: 'READ' });
      url.searchParams.append('scope', 'WRITE');
      const { location } = await writer.request(url.href, { redirect: 'manual' });
      expect(location?.searchParams.get('error_description')).toContain('scope was sent more than once');
    });

    it('a disabled link', async () => {
      const other = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
      await administration.updateLink(other.link.id, { enabled: false });
      const { location } = await writer.request(other.authorizationUrl().href, { redirect: 'manual' });
      expect(location?.searchParams.get('error')).toBe('unauthorized_client');
    });
  });

  it('sends a stranger to sign in and brings them back, every parameter kept', async () => {
    const stranger = new HttpSession(wiki.url);
    const asked = await stranger.get(application.authorizationUrl({ state: 'x y', access_type: 'offline' }).href);
    expect(new URL(asked.url).pathname).toBe('/login');
    const consent = await stranger.submit(asked.form('password'), { username: 'writer', password: 'writer' });
    const { location } = await submitConsent(stranger, consent);
    expect(location?.searchParams.get('state')).toBe('x y');
    expect(location?.searchParams.get('code')).toMatch(/^dbr_ac_/);
  });

  it('takes a POST as well as a GET', async () => {
    const url = application.authorizationUrl({ state: 's' });
    const body = url.searchParams;
    const consent = await writer.request(url.origin + url.pathname, { method: 'POST', body });
    expect((await submitConsent(writer, consent)).location?.searchParams.get('state')).toBe('s');
  });

  it('P17 the consent page cannot be framed, leaks no referrer and is not kept', async () => {
    const { headers } = await writer.get(application.authorizationUrl().href);
    expect(headers.get('content-security-policy')).toMatch(/frame-ancestors 'none'/);
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(headers.get('content-security-policy')).toContain("form-action 'self' https://app.example.com;");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('P19 allows nothing from elsewhere, and lets nobody keep or refer to the way back', async () => {
    const page = await writer.get(application.authorizationUrl().href);
    const policy = page.headers.get('content-security-policy')?.split('; ') ?? [];
    expect(policy).toEqual([
      "default-src 'none'",
      "style-src 'self'",
      "script-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "form-action 'self' https://app.example.com",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    const { headers, location } = await submitConsent(writer, page);
    expect(location?.searchParams.get('code')).toBeTruthy();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('P20 answers what no browser sends with a 4xx or a page', async () => {
    const url = `${wiki.url}/rest/oauth2/latest`;
    const profile = `${wiki.url}/profile/authorized-applications`;
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const request = encodeURIComponent(application.authorizationUrl().search.slice(1));
    const bodies: { body?: string; headers?: Record<string, string> }[] = [
      {},
      { body: 'ticket=a&ticket=b&request=c&request=d&id=e&id=f', headers: form },
      { body: `request=${request}&ticket=a&ticket=b&answer[x]=allow`, headers: form },
      { body: `request=${request}&ticket=%00.%ff.&answer=allow&id=%00`, headers: form },
      { body: '{"request":{"a":1},"ticket":[1],"id":null}', headers: { 'content-type': 'application/json' } },
      { body: 'null', headers: { 'content-type': 'text/plain' } },
    ];
    for (const path of [`${url}/authorize`, `${url}/consent`, `${url}/revoke`, profile]) {
      for (const body of bodies) {
        const { status } = await writer.request(path, { method: 'POST', redirect: 'manual', ...body });
        expect(status, `${path} ${JSON.stringify(body)}`).toBeLessThan(500);
      }
    }
  });

  it('P18 shows names as text', async () => {
    const { text } = await writer.get(application.authorizationUrl().href);
    expect(text).not.toContain('<b>Notes</b>');
    expect(text).toContain('Field &lt;b>Notes&lt;/b>');
  });

  it('shows what the person cannot give as having no effect, and who made the link', async () => {
    const { text } = await writer.get(application.authorizationUrl({ scope: 'ADMIN' }).href);
    expect(text.match(/No effect/g)).toHaveLength(1);
    expect(text).toContain('app.example.com');
  });

  it('suggests no more than the person holds, and takes what they choose', async () => {
    const url = application.authorizationUrl({ scope: 'READ WRITE ADMIN' });
    const scopeOf = async (callback: URL) =>
      (await application.exchange(callback.searchParams.get('code') ?? '')).body.scope;
    expect(await scopeOf(await answerConsent(writer, url))).toBe('READ WRITE');
    expect(await scopeOf(await answerConsent(writer, url, { scope: 'ADMIN' }))).toBe('READ WRITE ADMIN');
  });

  it('a no goes back as access_denied', async () => {
    const callback = await answerConsent(writer, application.authorizationUrl({ state: 's' }), { button: 'Deny' });
    expect(callback.searchParams.get('error')).toBe('access_denied');
    expect(callback.searchParams.get('state')).toBe('s');
  });

  it('lets a person give less than was asked', async () => {
    const callback = await answerConsent(writer, application.authorizationUrl({ scope: 'READ WRITE' }), {
      scope: 'READ',
    });
    const { body } = await application.exchange(callback.searchParams.get('code') ?? '');
    expect(body.scope).toBe('READ');
  });

  it('P4 takes no answer that gives more than was asked', async () => {
    const page = await writer.get(application.authorizationUrl({ scope: 'READ' }).href);
    const answer = await submitConsent(writer, page, { scope: 'ADMIN' });
    expect([answer.status, answer.location]).toEqual([400, undefined]);
  });

  it('gives READ when nothing is asked for', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer, { scope: null }));
    expect(body.scope).toBe('READ');
  });

  it('P17 an answer counts once', async () => {
    const page = await writer.get(application.authorizationUrl().href);
    expect((await submitConsent(writer, page)).location?.searchParams.get('code')).toBeTruthy();
    const again = await submitConsent(writer, page);
    expect(again.location).toBeUndefined();
    expect(again.text).toContain('answered already');
    expect((await submitConsent(writer, again)).location?.searchParams.get('code')).toBeTruthy();
  });

  it('P17 an answer that is sent twice at once counts once', async () => {
    const page = await writer.get(application.authorizationUrl().href);
    const answers = await Promise.all(Array.from({ length: 10 }, () => submitConsent(writer, page)));
    expect(answers.filter(({ location }) => location)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 303]));
  });

  it('two tabs can be answered each', async () => {
    const tabs = await Promise.all(
      ['one', 'two'].map((state) => writer.get(application.authorizationUrl({ state }).href)),
    );
    for (const [index, page] of tabs.entries()) {
      const { location } = await submitConsent(writer, page);
      expect(location?.searchParams.get('state')).toBe(['one', 'two'][index]);
    }
  });

  it('P17 an answer is bound to what was shown', async () => {
    const page = await writer.get(application.authorizationUrl({ scope: 'READ' }).href);
    const asked = application.authorizationUrl({ scope: 'READ WRITE ADMIN' }).search.slice(1);
    const forged = await writer.submit(page.form('consent'), { request: asked, scope: 'ADMIN' }, 'Allow');
    expect(forged.location).toBeUndefined();
    expect(forged.text).toContain('Something changed');
  });

  it('P17 an answer is bound to the link as it was shown', async () => {
    const other = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    for (const change of [{ name: `Renamed ${other.link.id}` }, { scopes: ['READ', 'WRITE', 'ADMIN'] }]) {
      const page = await writer.get(other.authorizationUrl().href);
      wiki.clock.advance(1);
      await administration.updateLink(other.link.id, change);
      expect((await submitConsent(writer, page)).location).toBeUndefined();
    }
  });

  it('P17 an answer counts for an hour', async () => {
    const page = await writer.get(application.authorizationUrl().href);
    wiki.clock.advance(3_600_000);
    const late = await submitConsent(writer, page);
    expect(late.location).toBeUndefined();
    expect(late.text).toContain('open for a long time');
  });

  it("P17 one person's page cannot be answered by another, nor in another session", async () => {
    const page = await writer.get(application.authorizationUrl().href);
    for (const name of ['reader', 'writer']) {
      const other = await new HttpSession(wiki.url).signIn(name);
      await other.get(page.url);
      expect((await submitConsent(other, page)).location).toBeUndefined();
    }
  });

  it('P17 an answer from another site is refused', async () => {
    const page = await writer.get(application.authorizationUrl().href);
    const form = page.form('consent');
    const body = new URLSearchParams([...form.fields.map(([name, value]) => [name, value]), ['answer', 'allow']]);
    const foreign: Record<string, string>[] = [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }];
    for (const headers of foreign) {
      const answer = await writer.request(form.action, { method: 'POST', body, headers, redirect: 'manual' });
      expect([answer.status, answer.location]).toEqual([403, undefined]);
    }
  });

  it('P17 a token cannot consent', async () => {
    const { accessToken } = await application.tokensFrom(writer, 'ADMIN');
    const headers = { authorization: `Bearer ${accessToken}` };
    const answer = await writer.request(application.authorizationUrl().href, { headers, redirect: 'manual' });
    expect(answer.status).toBe(403);
  });

  it('survives a session that ended in between', async () => {
    const person = await new HttpSession(wiki.url).signIn('writer');
    const page = await person.get(application.authorizationUrl({ state: 'kept' }).href);
    person.cookies.clear();
    const signIn = await person.submit(page.form('consent'), {}, 'Allow');
    expect(new URL(signIn.url).pathname).toBe('/login');
    const consent = await person.submit(signIn.form('password'), { username: 'writer', password: 'writer' });
    expect((await submitConsent(person, consent)).location?.searchParams.get('state')).toBe('kept');
  });

  it('P20 takes no answer that is no form', async () => {
    const asked = application.authorizationUrl().search.slice(1);
    for (const body of [`{"request":"${asked}&state=\\ud800"}`, '{}', '[']) {
      const headers = { 'content-type': 'application/json' };
      const stranger = new HttpSession(wiki.url);
      const answer = await stranger.request('/rest/oauth2/latest/consent', { method: 'POST', body, headers });
      expect(answer.status).toBe(400);
    }
  });

  it('P20 takes any address that may be registered, with any port', async () => {
    const redirectUri = `http://127.0.0.1/${'x'.repeat(1994 - 'http://127.0.0.1/'.length)}`;
    const { clientId } = await administration.createLink({ clientType: 'public', redirectUris: [redirectUri] });
    const client = publicForeignClient({
      wiki: wiki.url,
      clientId,
      redirectUri: redirectUri.replace('127.0.0.1', '127.0.0.1:65535'),
      scope: 'READ',
    });
    expect((await client.finish(await answerConsent(writer, await client.begin()))).scope).toBe('READ');
  });

  describe('a public client', () => {
    const redirectUri = 'http://127.0.0.1/callback';

    it('proves itself by PKCE alone, at any loopback port, and refreshes without a secret', async () => {
      const { clientId } = await administration.createLink({ clientType: 'public', redirectUris: [redirectUri] });
      const atPort = { wiki: wiki.url, clientId, redirectUri: 'http://127.0.0.1:49152/callback', scope: 'READ' };
      const client = publicForeignClient(atPort);
      const callback = await answerConsent(writer, await client.begin());
      expect(callback.host).toBe('127.0.0.1:49152');
      const tokens = await client.finish(callback);
      expect((await client.refresh(tokens)).accessToken).toMatch(/^dbr_at_/);
    });

    it('must use PKCE', async () => {
      const { clientId } = await administration.createLink({ clientType: 'public', redirectUris: [redirectUri] });
      const { location } = await ask({ client_id: clientId, redirect_uri: redirectUri, scope: 'READ' });
      expect(location?.searchParams.get('error_description')).toContain('PKCE');
    });
  });
});
