import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { answerConsent, submitConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import type { HttpPage } from '../support/http-page.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');
const allowed = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/;
const may = 'This application may ask for: READ WRITE.';
const disabled = 'The administrator of the wiki has disabled this application link.';
const stranger = 'This application is not linked to this wiki.';
const elsewhere = 'The application wants you to be sent to an address that is not registered for it';

describe.each(['express', 'fastify'] as const)('asking a person on %s', (platform) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let writer: HttpSession;
  let administration: Administration;
  let application: LinkedApplication;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform, config: { oauth: { failuresPerClient: 2 } } });
    admin = await new HttpSession(wiki.url).signIn('admin');
    writer = await new HttpSession(wiki.url).signIn('writer');
    administration = await Administration.of(admin);
    application = await LinkedApplication.create(wiki.url, admin);
  });

  afterAll(() => wiki.close());

  const ask = (parameters: Record<string, string | null>, own = application) =>
    writer.request(own.authorizationUrl({ state: 's', ...parameters }).href, { redirect: 'manual' });

  /** What the application is sent: `error` and `error_description`, with state and issuer. */
  const sentBack = ({ status, location, headers }: { status: number; location?: URL; headers: Headers }) => {
    const { error, error_description, ...others } = Object.fromEntries(location?.searchParams ?? []);
    expect([status, headers.get('cache-control'), others]).toEqual([303, 'no-store', { state: 's', iss: wiki.url }]);
    expect(error_description).toMatch(allowed);
    return [error, error_description];
  };

  /** What the person reads, and what is written below it for the developer. */
  const shown = (page: HttpPage) => {
    expect([page.location, page.headers.get('cache-control')]).toEqual([undefined, 'no-store']);
    const [, title] = /<h1[^>]*>([^<]*)<\/h1>/.exec(page.text) ?? [];
    return [page.status, title, /<code>([^<]*)<\/code>/.exec(page.text)?.[1]];
  };

  it.each<[Record<string, string | null>, string, string]>([
    [{ response_type: null }, 'invalid_request', 'The parameter response_type is missing.'],
    [{ response_type: 'token' }, 'unsupported_response_type', 'The only response_type here is code.'],
    [{ scope: 'read:all' }, 'invalid_scope', `The scope read:all is unknown. ${may}`],
    [{ scope: 'a"\u00e9' }, 'invalid_scope', `The scope a?? is unknown. ${may}`],
    [{ scope: 'READ ADMIN' }, 'invalid_scope', `The scope ADMIN is not registered. ${may}`],
    [{ code_challenge_method: 'S256' }, 'invalid_request', 'The parameter code_challenge is missing.'],
    [{ code_challenge: 'x'.repeat(43) }, 'invalid_request', 'The only code_challenge_method here is S256.'],
    [
      { code_challenge: 'short', code_challenge_method: 'S256' },
      'invalid_request',
      'The code_challenge is not the base64url form of a SHA-256: 43 characters.',
    ],
  ])('P20 the application is told of %j', async (parameters, error, says) => {
    expect(sentBack(await ask(parameters))).toEqual([error, says]);
  });

  it('the application is told of a repeated parameter, of PKCE that it must use, and of a link that is disabled', async () => {
    const url = application.authorizationUrl({ state: 's' });
    url.searchParams.append('scope', 'READ');
    expect(sentBack(await writer.request(url.href, { redirect: 'manual' }))).toEqual([
      'invalid_request',
      'The parameter scope was sent more than once.',
    ]);
    const own = await LinkedApplication.create(wiki.url, admin, { clientType: 'public' });
    expect(sentBack(await ask({}, own))).toEqual([
      'invalid_request',
      'This application must use PKCE: send code_challenge and code_challenge_method=S256.',
    ]);
    await administration.updateLink(own.link.id, { enabled: false });
    expect(sentBack(await ask({}, own))).toEqual(['unauthorized_client', disabled]);
  });

  it('the application is told of a no, and of its end before the answer', async () => {
    const no = await answerConsent(writer, application.authorizationUrl({ state: 's' }), { button: 'Deny' });
    expect([no.searchParams.get('error'), no.searchParams.get('error_description')]).toEqual([
      'access_denied',
      'The person said no.',
    ]);
    const own = await LinkedApplication.create(wiki.url, admin);
    const page = await writer.get(own.authorizationUrl({ state: 's' }).href);
    await administration.updateLink(own.link.id, { enabled: false });
    expect(sentBack(await submitConsent(writer, page))).toEqual(['unauthorized_client', disabled]);
  });

  it.each<[Record<string, string | null>, string, string, string?]>([
    [{ client_id: null }, 'did not say who it is', 'invalid_request: The parameter client_id is missing.'],
    [{ client_id: '0'.repeat(32) }, stranger, 'invalid_client: The client_id is unknown.'],
    [
      { redirect_uri: null },
      'did not say where you should be sent',
      'invalid_request: The parameter redirect_uri is missing.',
    ],
    [
      { redirect_uri: 'https://evil.example/' },
      elsewhere,
      'invalid_request: The redirect_uri is not registered. It must match a registered one to the letter.',
      'redirect_uri: https://evil.example/',
    ],
  ])('P20 the person and the developer are told of %j', async (parameters, text, cause, sent) => {
    const page = await ask(parameters);
    const [parameter = ''] = Object.keys(parameters);
    const [status, title, technical] = shown(page);
    expect([status, title]).toEqual([400, 'This application cannot be let in']);
    expect(technical?.toString().split('\n')).toEqual(expect.arrayContaining([cause, `parameter: ${parameter}`]));
    expect(technical).toContain(sent ?? '');
    expect(page.text).toContain(text);
  });

  it.each([
    ['client_id', 'said more than once who it is'],
    ['redirect_uri', 'named more than one address'],
  ])('P20 the person and the developer are told of a repeated %s, empty ones too', async (parameter, text) => {
    for (const second of ['', 'x']) {
      const url = application.authorizationUrl();
      url.searchParams.append(parameter, second);
      const page = await writer.request(url.href, { redirect: 'manual' });
      const [status, , technical] = shown(page);
      expect(status).toBe(400);
      expect(page.text).toContain(text);
      expect(technical).toContain(`invalid_request: The parameter ${parameter} was sent more than once.`);
      expect(technical?.toString().match(new RegExp(`^${parameter}: `, 'gm'))).toHaveLength(2);
    }
  });

  it('the person is told why their answer was not taken', async () => {
    const url = application.authorizationUrl({ state: 's' }).href;
    const consent = '/rest/oauth2/latest/consent';
    const page = await writer.get(url);
    const fields = Object.fromEntries(page.form('oauth2/latest/consent').fields);
    const answer = (body: Record<string, string>, headers: Record<string, string> = {}) =>
      writer.request(consent, { method: 'POST', body: new URLSearchParams(body), headers, redirect: 'manual' });

    const other = await answer({ ...fields, answer: 'allow' }, { 'sec-fetch-site': 'cross-site' });
    expect(shown(other)).toEqual([403, 'You may not see this page', undefined]);
    expect(other.text).toContain('This answer came from another site and was not taken.');

    const neither = await answer({ ...fields, answer: 'perhaps' });
    expect(shown(neither)).toEqual([400, 'This did not work', undefined]);
    expect(neither.text).toContain('The answer is neither Allow with one of the shown permissions nor Deny.');

    const used = await answer({ ...fields, answer: 'deny' });
    expect(used.text).toContain('This was answered already. If the application still waits');
    expect((await answer({ ...fields, ticket: '' })).text).toContain('Your answer did not arrive whole.');

    const tooOften = await answer({ ...fields, ticket: '' });
    expect(shown(tooOften)).toEqual([429, 'A short pause, please', undefined]);
    expect(Number(tooOften.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(tooOften.text).toMatch(/Nothing was lost\. Please try again in \d+ seconds?\./);
  });

  it('a person without rights is told that they have none', async () => {
    await administration.createPerson('powerless');
    const powerless = await new HttpSession(wiki.url).signIn('powerless', 'powerless-password');
    await administration.send('DELETE', '/rest/api/user/powerless/group/wiki-users');
    const page = await powerless.get(application.authorizationUrl().href);
    expect(page.status).toBe(403);
    expect(page.text).toContain('Your account has no rights in this wiki, so it cannot let an application in.');
  });
});
