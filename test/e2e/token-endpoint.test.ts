import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const platforms = ['express', 'fastify'] as const;
const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');

describe.each(platforms)('the token endpoint on %s', (platform) => {
  let wiki: RunningWiki;
  let writer: HttpSession;
  let application: LinkedApplication;
  const endpoint = () => `${wiki.url}/rest/oauth2/latest/token`;
  const basic = (secret = application.link.clientSecret) =>
    `Basic ${Buffer.from(`${application.link.clientId}:${secret}`).toString('base64')}`;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform });
    writer = await new HttpSession(wiki.url).signIn('writer');
    application = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
  });

  afterAll(() => wiki.close());

  it('P8 takes a wrong Basic attempt and then the body with the same code, as Go does', async () => {
    const code = await application.codeFrom(writer);
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: application.link.redirectUri };
    const first = await postToken(wiki.url, parameters, { authorization: basic('0'.repeat(64)) });
    expect(first.status).toBe(401);
    expect(first.headers.get('www-authenticate')).toMatch(/^Basic /);
    expect((await application.exchange(code)).status).toBe(200);
  });

  it('takes credentials by Basic', async () => {
    const code = await application.codeFrom(writer);
    const parameters = { grant_type: 'authorization_code', code, redirect_uri: application.link.redirectUri };
    expect((await postToken(wiki.url, parameters, { authorization: basic() })).status).toBe(200);
  });

  it('answers under both names of the version', async () => {
    const answer = await fetch(endpoint().replace('latest', '1.0'), { method: 'POST', body: new URLSearchParams() });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: 'invalid_client' });
  });

  it.each([
    ['JSON', 'application/json', '{"grant_type":"authorization_code"}', 'application/x-www-form-urlencoded'],
    ['broken JSON', 'application/json', '{', 'application/x-www-form-urlencoded'],
    ['text', 'text/plain', 'grant_type=authorization_code', 'application/x-www-form-urlencoded'],
    ['a repeated parameter', 'application/x-www-form-urlencoded', 'client_id=a&client_id=b', 'client_id'],
    ['an object', 'application/x-www-form-urlencoded', 'client_id[a]=b', 'client_id'],
    ['NUL bytes', 'application/x-www-form-urlencoded', 'client_id=%00&client_secret=%00', 'unknown'],
    ['invalid UTF-8', 'application/x-www-form-urlencoded', 'client_id=%ff&client_secret=%c3%28', 'unknown'],
    ['nothing', 'application/x-www-form-urlencoded', '', 'client_id'],
  ])('P20 answers %s with a 4xx that says why', async (_, type, body, says) => {
    const answer = await fetch(endpoint(), { method: 'POST', body, headers: { 'content-type': type } });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).toContain(says);
  });

  it('P20 refuses 10 MB', async () => {
    const body = `client_id=${'x'.repeat(10_000_000)}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(endpoint(), { method: 'POST', body, headers });
    expect(answer.status).toBe(413);
  });

  it.each(['client_secret', 'code', 'code_verifier', 'refresh_token', 'token'])(
    'P11 refuses a secret in the address: %s',
    async (name) => {
      for (const address of [endpoint(), `${wiki.url}/rest/oauth2/latest/revoke`]) {
        const answer = await fetch(`${address}?${name}=x`, { method: 'POST', body: new URLSearchParams() });
        expect(answer.status).toBe(400);
        expect(await answer.json()).toMatchObject({
          error_description: expect.stringContaining(`Send ${name} in the body`) as string,
        });
      }
    },
  );

  it('P20 refuses an access token in the form by name', async () => {
    const answer = await postToken(wiki.url, { grant_type: 'refresh_token', access_token: 'x' });
    expect([answer.status, answer.body.error]).toEqual([400, 'invalid_request']);
  });

  it('P11 repeats no secret in a refusal or in the log', async () => {
    const printed = vi.spyOn(process.stdout, 'write');
    const complained = vi.spyOn(process.stderr, 'write');
    const logged = vi.spyOn(console, 'log');
    const secret = 'f'.repeat(64);
    const verifier = 'v'.repeat(43);
    const code = await application.codeFrom(writer);
    wiki.clock.advance(60_000);
    const { body } = await application.exchange(await application.codeFrom(writer));
    const answers = [
      await application.exchange(code),
      await application.exchange(code, { client_secret: secret }),
      await application.exchange(await application.codeFrom(writer), { code_verifier: verifier }),
      await application.refresh(`${String(body.refresh_token)}x`),
      await application.refresh(String(body.access_token)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 401, 400, 400, 400]);
    const said = JSON.stringify([
      answers.map((answer) => answer.body),
      [printed, complained, logged].map((spy) => spy.mock.calls.map((call) => call.map(String))),
    ]);
    vi.restoreAllMocks();
    for (const word of [code, secret, verifier, body.access_token, body.refresh_token, application.link.clientSecret]) {
      expect(said).not.toContain(String(word));
    }
  });

  it('answers a bearer token, which is no client authentication, in the words of the protocol', async () => {
    const answer = await postToken(wiki.url, { grant_type: 'refresh_token' }, { authorization: 'Bearer nonsense' });
    expect([answer.status, answer.body.error]).toEqual([401, 'invalid_client']);
  });

  it.each([
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{ grant_type: 'authorization_code' }, 'invalid_request'],
    [{ grant_type: 'authorization_code', code: 'x', redirect_uri: 'x' }, 'invalid_grant'],
    [{ grant_type: 'refresh_token' }, 'invalid_request'],
    [{ grant_type: 'refresh_token', refresh_token: 'dbr_rt_x' }, 'invalid_grant'],
    [{}, 'invalid_request'],
  ])('answers %j with %s', async (parameters: Record<string, string>, error) => {
    const answer = await postToken(wiki.url, parameters, { authorization: basic() });
    expect([answer.status, answer.body.error]).toEqual([400, error]);
  });

  it('takes no access token for a refresh token, and no refresh token for an access token', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    expect((await application.refresh(String(body.access_token))).body.error).toBe('invalid_grant');
    const headers = { authorization: `Bearer ${String(body.refresh_token)}` };
    expect((await fetch(`${wiki.url}/rest/api/space`, { headers })).status).toBe(401);
  });
});
