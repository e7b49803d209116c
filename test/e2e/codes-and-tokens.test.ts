import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Tokens } from '../../libs/oauth-provider/src/tokens/tokens.service.js';
import { call } from '../support/bearer.js';
import { answerConsent, submitConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');
const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

describe.each(databases)('codes and tokens on %s', (database) => {
  let wiki: RunningWiki;
  let writer: HttpSession;
  let application: LinkedApplication;
  const status = async (token: unknown) => (await call(wiki.url, String(token), '/rest/api/user/current')).status;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    writer = await new HttpSession(wiki.url).signIn('writer');
    application = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
  });

  afterAll(() => wiki.close());

  it('answers as Confluence does', async () => {
    const { status: code, headers, body } = await application.exchange(await application.codeFrom(writer));
    expect(code).toBe(200);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(body).toEqual({
      access_token: expect.stringMatching(/^dbr_at_/) as string,
      token_type: 'bearer',
      expires_in: 3600,
      refresh_token: expect.stringMatching(/^dbr_rt_/) as string,
      scope: 'READ WRITE',
      created_at: expect.closeTo(Date.now() / 1000, -2) as number,
    });
  });

  it('P7 50 parallel exchanges of one code: exactly one success, and what it got is ended', async () => {
    const code = await application.codeFrom(writer);
    const answers = await Promise.all(times(50).map(() => application.exchange(code)));
    const successes = answers.filter((answer) => answer.status === 200);
    expect(successes).toHaveLength(1);
    for (const { status: refused, body } of answers.filter((answer) => answer.status !== 200)) {
      expect([refused, body.error]).toEqual([400, 'invalid_grant']);
    }
    expect(await status(successes[0]?.body.access_token)).toBe(401);
    expect((await application.refresh(String(successes[0]?.body.refresh_token))).status).toBe(400);
  });

  it('P7 a second try ends everything the first one got, also after refreshes', async () => {
    const code = await application.codeFrom(writer);
    const first = await application.exchange(code);
    const second = await application.refresh(String(first.body.refresh_token));
    expect(await status(second.body.access_token)).toBe(200);
    const replay = await application.exchange(code);
    expect(replay.body).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('already used') as string,
    });
    expect(await status(second.body.access_token)).toBe(401);
  });

  it('P7 a code lives at most its lifetime', async () => {
    const code = await application.codeFrom(writer);
    wiki.clock.advance(60_000);
    expect((await application.exchange(code)).body.error_description).toContain('expired');
  });

  it('P7 a code is bound to its client', async () => {
    const other = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    const code = await application.codeFrom(writer);
    expect((await other.exchange(code)).body.error).toBe('invalid_grant');
    expect((await application.exchange(code)).status).toBe(200);
  });

  it('P7 a code is bound to its redirect URI to the letter', async () => {
    for (const other of ['https://app.example.com:443/callback', 'https://APP.example.com/callback']) {
      const code = await application.codeFrom(writer);
      expect((await application.exchange(code, { redirect_uri: other })).body.error).toBe('invalid_grant');
    }
  });

  it('P7 a code without a challenge takes no verifier', async () => {
    const code = await application.codeFrom(writer);
    expect((await application.exchange(code, { code_verifier: verifier })).body.error).toBe('invalid_grant');
  });

  it('P8 a wrong redirect URI or verifier of the proven client burns the code', async () => {
    const redirected = await application.codeFrom(writer);
    const wrong = await application.exchange(redirected, { redirect_uri: 'https://app.example.com/other' });
    expect(wrong.body.error_description).toContain('redirect_uri differs');
    expect((await application.exchange(redirected)).status).toBe(400);

    for (const wrongVerifier of ['w'.repeat(43), 'short', '']) {
      const challenged = await application.codeFrom(writer, pkce);
      expect((await application.exchange(challenged, { code_verifier: wrongVerifier })).status).toBe(400);
      expect((await application.exchange(challenged, { code_verifier: verifier })).status).toBe(400);
    }
  });

  it('P8 a caller that fails to prove itself leaves the code alone', async () => {
    const code = await application.codeFrom(writer, pkce);
    const proof = { code_verifier: verifier };
    expect((await application.exchange(code, { ...proof, client_secret: '0'.repeat(64) })).status).toBe(401);
    expect((await application.exchange(code, { ...proof, client_secret: '' })).status).toBe(401);
    expect((await application.exchange(code, proof)).status).toBe(200);
  });

  it.each(['S256', 's256', 'sha256'])('takes the code_challenge_method %s', async (method) => {
    const code = await application.codeFrom(writer, { ...pkce, code_challenge_method: method });
    expect((await application.exchange(code, { code_verifier: verifier })).status).toBe(200);
  });

  it('P9 50 parallel refreshes leave one live family, and all got the same answer', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    const answers = await Promise.all(times(50).map(() => application.refresh(String(body.refresh_token))));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect(await status(answers[0]?.body.access_token)).toBe(200);
    expect((await application.refresh(String(answers[0]?.body.refresh_token))).status).toBe(200);
  });

  it('P9 a replay after the window is theft and ends the family', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    const next = await application.refresh(String(body.refresh_token));
    wiki.clock.advance(10_001);
    const replay = await application.refresh(String(body.refresh_token));
    expect(replay.body).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('already used') as string,
    });
    expect(await status(next.body.access_token)).toBe(401);
    expect((await application.refresh(String(next.body.refresh_token))).status).toBe(400);
  });

  it('P9 a generation older than the last ends the family even inside the window', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    const second = await application.refresh(String(body.refresh_token));
    const third = await application.refresh(String(second.body.refresh_token));
    expect((await application.refresh(String(body.refresh_token))).status).toBe(400);
    expect(await status(third.body.access_token)).toBe(401);
  });

  it('P9 a refresh token is bound to its client, and another one leaves it alone', async () => {
    const other = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    const { body } = await application.exchange(await application.codeFrom(writer));
    expect((await other.refresh(String(body.refresh_token))).body.error).toBe('invalid_grant');
    expect((await application.refresh(String(body.refresh_token))).status).toBe(200);
  });

  it('P9 in the window the access token before the last is over', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    const second = await application.refresh(String(body.refresh_token));
    await application.refresh(String(second.body.refresh_token));
    expect(await status(second.body.access_token)).toBe(200);
    expect(await status(body.access_token)).toBe(401);
  });

  it('P9 a refresh revives no access token that has expired', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    wiki.clock.advance(3600_000);
    await application.refresh(String(body.refresh_token));
    expect(await status(body.access_token)).toBe(401);
  });

  it('P12 what was made with our key and never issued opens nothing', async () => {
    const { DataSource } = await import('typeorm');
    const tokens = wiki.get(Tokens);
    const newest = async () => {
      const rows: { id: string }[] = await wiki
        .get(DataSource)
        .query('select id from drawbridge_family order by created_at desc, id limit 1');
      return rows[0]?.id ?? '';
    };
    wiki.clock.advance(1000);
    const code = await application.codeFrom(writer);
    const family = await newest();
    expect((await application.exchange(tokens.mint('code', family, 0))).body.error).toBe('invalid_grant');
    await application.exchange(code);
    expect(await status(tokens.mint('access', family, 1))).toBe(401);
    expect((await application.refresh(tokens.mint('refresh', family, 1))).body.error).toBe('invalid_grant');
  });

  it('P20 a client id that cannot be is refused by every database', async () => {
    for (const client_id of ['\u0000', 'x', 'a'.repeat(3000)]) {
      expect((await application.exchange('x', { client_id })).body.error).toBe('invalid_client');
    }
  });

  it('the old access token works on for the window and no longer', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    await application.refresh(String(body.refresh_token));
    expect(await status(body.access_token)).toBe(200);
    wiki.clock.advance(10_001);
    expect(await status(body.access_token)).toBe(401);
  });

  it('tokens end with their lifetimes', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    wiki.clock.advance(3600_000);
    expect(await status(body.access_token)).toBe(401);
    const next = await application.refresh(String(body.refresh_token));
    expect(await status(next.body.access_token)).toBe(200);
    wiki.clock.advance(7_776_000_000);
    expect((await application.refresh(String(next.body.refresh_token))).body.error_description).toContain('expired');
    writer = await new HttpSession(wiki.url).signIn('writer');
  });

  it('P4 a refresh may ask for less and never for more', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer, { scope: 'WRITE' }));
    const less = await application.refresh(String(body.refresh_token), { scope: 'READ' });
    expect(less.body.scope).toBe('READ');
    const write = { method: 'POST', json: { type: 'page', title: 'Too much', space: { key: 'DEMO' } } };
    expect((await call(wiki.url, String(less.body.access_token), '/rest/api/content', write)).status).toBe(403);
    const back = await application.refresh(String(less.body.refresh_token));
    expect(back.body.scope).toBe('WRITE');
    const more = await application.refresh(String(back.body.refresh_token), { scope: 'ADMIN' });
    expect([more.status, more.body.error]).toEqual([400, 'invalid_scope']);
  });

  it('P4 an access token that lives on after a refresh is not widened by it', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer, { scope: 'WRITE' }));
    const narrow = await application.refresh(String(body.refresh_token), { scope: 'READ' });
    const wide = await application.refresh(String(narrow.body.refresh_token));
    expect(wide.body.scope).toBe('WRITE');
    const json = { type: 'page', title: 'Widened', space: { key: 'DEMO' } };
    const answer = await call(wiki.url, String(narrow.body.access_token), '/rest/api/content', {
      method: 'POST',
      json,
    });
    expect(answer.status).toBe(401);
  });

  it('P4 a second consent widens nothing that was issued under the first', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer, { scope: 'READ' }));
    await application.exchange(await application.codeFrom(writer, { scope: 'WRITE' }));
    const refreshed = await application.refresh(String(body.refresh_token));
    expect(refreshed.body.scope).toBe('READ');
    const third = await application.exchange(await application.codeFrom(writer, { scope: 'READ' }));
    expect(third.body.scope).toBe('READ');
  });

  it('keeps the widest that a person agreed to, also when they agree thrice at once', async () => {
    const own = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'), {
      scopes: ['SYSTEM_ADMIN'],
    });
    const asked = ['READ', 'WRITE', 'ADMIN'];
    await Promise.all(asked.map((scope) => answerConsent(writer, own.authorizationUrl({ scope }), { scope })));
    const { results } = (await writer.request('/rest/oauth2/latest/authorizations')).json<{
      results: { clientId: string; scopes: string[] }[];
    }>();
    expect(results.find(({ clientId }) => clientId === own.link.clientId)?.scopes).toEqual(asked);
  });

  it('checks a redirect_uri that comes with a refresh, and takes its absence', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    const wrong = await application.refresh(String(body.refresh_token), {
      redirect_uri: 'https://app.example.com/other',
    });
    expect(wrong.body.error_description).toContain('redirect_uri');
    const right = { redirect_uri: application.link.redirectUri };
    expect((await application.refresh(String(body.refresh_token), right)).status).toBe(200);
  });

  it('P10 stores codes and tokens as digests, and secrets under a key that is elsewhere', async () => {
    const { DataSource } = await import('typeorm');
    const source = wiki.get(DataSource);
    const expectNowhere = async (...secrets: unknown[]) => {
      const dump = await Promise.all(
        source.entityMetadatas.map((entity) => source.query(`select * from ${entity.tableName}`)),
      );
      const text = JSON.stringify(dump);
      for (const secret of secrets) expect(text).not.toContain(String(secret));
    };
    const page = await writer.get(application.authorizationUrl().href);
    const ticket = page.form('consent').fields.find(([name]) => name === 'ticket')?.[1];
    const code = (await submitConsent(writer, page)).location?.searchParams.get('code') ?? '';
    await expectNowhere(code, ticket, application.link.clientSecret);
    const { body } = await application.exchange(code);
    await expectNowhere(code, body.access_token, body.refresh_token);
    const next = await application.refresh(String(body.refresh_token));
    await expectNowhere(body.refresh_token, next.body.access_token, next.body.refresh_token);
  });
});
