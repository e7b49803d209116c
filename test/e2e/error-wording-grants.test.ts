import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type JsonAnswer, LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki, unthrottled } from '../support/start-wiki.js';
import { type Told, told } from '../support/told.js';

const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');
const verifier = 'v'.repeat(43);
const pkce = {
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
};
const links = '/rest/application-links/latest/links';
const day = 86_400_000;

const invalidGrant = (says: string): Told => ({ status: 400, error: 'invalid_grant', says });
const invalidRequest = (says: string): Told => ({ status: 400, error: 'invalid_request', says });
const invalidScope = (says: string): Told => ({ status: 400, error: 'invalid_scope', says });

const gone = 'The person who authorized this application may not use the wiki any more.';
const unknownCode = 'The code is unknown, has expired long ago, or was issued to another client.';
const unknownToken = 'The refresh token is unknown, has expired long ago, or was issued to another client.';
const withdrawn = 'The authorization was withdrawn, by the person or by an administrator.';
const codeTwice = 'This sign-in was ended: its authorization code was used twice.';
const codeMisused = 'This sign-in was ended: its code was presented with a wrong verifier or redirect URI.';
const revoked = 'This sign-in was ended: the application revoked it.';

interface Tokens {
  readonly access: string;
  readonly refresh: string;
}

describe.each(['express', 'fastify'] as const)('an application on %s is told why', (platform) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let administration: Administration;
  let writer: HttpSession;
  let application: LinkedApplication;
  let people = 0;

  beforeAll(async () => {
    const oauth = { ...unthrottled, familySeconds: 100 * 86_400 };
    wiki = await startWiki({ database: sqlite, platform, config: { oauth } });
  });

  beforeEach(async () => {
    admin = await new HttpSession(wiki.url).signIn('admin');
    administration = await Administration.of(admin);
    writer = await new HttpSession(wiki.url).signIn('writer');
    application = await LinkedApplication.create(wiki.url, admin);
  });

  afterAll(() => wiki.close());

  const tokensOf = ({ status, body }: JsonAnswer): Tokens => {
    expect(status).toBe(200);
    return { access: String(body.access_token), refresh: String(body.refresh_token) };
  };
  const tokens = async (person = writer, parameters = {}) =>
    tokensOf(await application.exchange(await application.codeFrom(person, parameters)));

  const somebody = async () => {
    const username = `person-${(++people).toString()}`;
    await administration.createPerson(username);
    return { username, session: await new HttpSession(wiki.url).signIn(username, `${username}-password`) };
  };

  /** What the REST of the wiki says to a token: status, `error`, message, and the challenge. */
  const bearer = async (token: string, path = '/rest/api/space') => {
    const answer = await call(wiki.url, token, path);
    const { error, message } = (await answer.json()) as Record<string, unknown>;
    return [answer.status, error, message, answer.headers.get('www-authenticate')];
  };
  const refused = (says: string) => [
    401,
    'invalid_token',
    says,
    `Bearer realm="wiki", error="invalid_token", error_description="${says}", ` +
      `resource_metadata="${wiki.url}/.well-known/oauth-protected-resource"`,
  ];

  describe('a code is not taken', () => {
    const exchange = async (code: string, parameters = {}) => told(await application.exchange(code, parameters));

    it('that is missing, or comes without redirect_uri or grant_type', async () => {
      expect(await exchange('')).toEqual(invalidRequest('The parameter code is missing.'));
      expect(await exchange('x', { redirect_uri: '' })).toEqual(
        invalidRequest('The parameter redirect_uri is missing.'),
      );
      expect(await exchange('x', { grant_type: '' })).toEqual(invalidRequest('The parameter grant_type is missing.'));
      expect(await exchange('x', { grant_type: 'password' })).toEqual({
        status: 400,
        error: 'unsupported_grant_type',
        says: 'This server knows the grant types authorization_code, refresh_token.',
      });
    });

    it("P15 that is unknown, and another's is told no differently", async () => {
      expect(await exchange('dbr_ac_x')).toEqual(invalidGrant(unknownCode));
      const other = await LinkedApplication.create(wiki.url, admin);
      expect(await exchange(await other.codeFrom(writer))).toEqual(invalidGrant(unknownCode));
    });

    it('that has expired', async () => {
      const code = await application.codeFrom(writer);
      wiki.clock.advance(60_000);
      expect(await exchange(code)).toEqual(invalidGrant('The code has expired. Send the person to authorize again.'));
    });

    it('that was used already, and what it gave is told so', async () => {
      const code = await application.codeFrom(writer);
      const { access, refresh } = tokensOf(await application.exchange(code));
      const twice = 'The code was already used. Everything issued for it has been ended; authorize again.';
      expect(await exchange(code)).toEqual(invalidGrant(twice));
      expect(told(await application.refresh(refresh))).toEqual(invalidGrant(codeTwice));
      expect(await bearer(access)).toEqual(refused(codeTwice));
    });

    it('that was sent to another redirect URI, and it is used up', async () => {
      const code = await application.codeFrom(writer);
      expect(await exchange(code, { redirect_uri: 'https://app.example.com/other' })).toEqual(
        invalidGrant('The redirect_uri differs from the one the code was sent to. The code is used up.'),
      );
      expect(await exchange(code)).toEqual(invalidGrant(codeMisused));
    });

    it.each([
      [
        '',
        invalidRequest('The code_verifier is missing; the authorization had a code_challenge. The code is used up.'),
      ],
      [
        'short',
        invalidRequest('A code_verifier has 43 to 128 of the characters A-Z a-z 0-9 - . _ ~. The code is used up.'),
      ],
      ['w'.repeat(43), invalidGrant('The code_verifier does not match the code_challenge. The code is used up.')],
    ])('with the verifier "%s"', async (code_verifier, expected) => {
      expect(await exchange(await application.codeFrom(writer, pkce), { code_verifier })).toEqual(expected);
    });

    it('with a verifier that nobody asked for', async () => {
      expect(await exchange(await application.codeFrom(writer), { code_verifier: verifier })).toEqual(
        invalidGrant('A code_verifier was sent, but the authorization had no code_challenge. The code is used up.'),
      );
    });

    it('whose authorization was withdrawn, or whose person was disabled', async () => {
      const { username, session } = await somebody();
      const [first, second] = [await application.codeFrom(session), await application.codeFrom(session)];
      await administration.send('PUT', `/rest/api/admin/user/${username}/disable`);
      expect(await exchange(first)).toEqual(invalidGrant(gone));
      await administration.send('DELETE', `${links}/${application.link.id}/authorizations`);
      expect(await exchange(second)).toEqual(invalidGrant(`${withdrawn} Ask the person again.`));
    });
  });

  describe('a refresh token is not taken', () => {
    const refresh = async (token: string, parameters = {}) => told(await application.refresh(token, parameters));

    it("that is missing, unknown, another's, or no refresh token", async () => {
      expect(await refresh('')).toEqual(invalidRequest('The parameter refresh_token is missing.'));
      expect(await refresh('dbr_rt_x')).toEqual(invalidGrant(unknownToken));
      const own = await tokens();
      expect(await refresh(own.access)).toEqual(invalidGrant(unknownToken));
      application = await LinkedApplication.create(wiki.url, admin);
      expect(await refresh(own.refresh)).toEqual(invalidGrant(unknownToken));
    });

    it('that has expired, or whose sign-in is as old as it may get', async () => {
      let own = await tokens();
      wiki.clock.advance(90 * day);
      expect(await refresh(own.refresh)).toEqual(
        invalidGrant('The refresh token has expired. Send the person to authorize again.'),
      );
      writer = await new HttpSession(wiki.url).signIn('writer');
      own = await tokens();
      for (const days of [60, 40]) {
        if (days === 40) own = tokensOf(await application.refresh(own.refresh));
        wiki.clock.advance(days * day);
      }
      expect(await refresh(own.refresh)).toEqual(
        invalidGrant('This sign-in has come to the end of its longest life. Send the person to authorize again.'),
      );
    });

    it('that was replaced, and what came of it is told so', async () => {
      const own = await tokens();
      const next = tokensOf(await application.refresh(own.refresh));
      wiki.clock.advance(10_001);
      expect(await bearer(own.access)).toEqual(refused('The access token was replaced by a newer one.'));
      expect(await refresh(own.refresh)).toEqual(
        invalidGrant('The refresh token was already used. Everything issued after it has been ended; authorize again.'),
      );
      const twice = 'This sign-in was ended: one of its refresh tokens was used twice.';
      expect(await refresh(next.refresh)).toEqual(invalidGrant(twice));
      expect(await bearer(next.access)).toEqual(refused(twice));
    });

    it('with another redirect URI, which harms nothing', async () => {
      const own = await tokens();
      expect(await refresh(own.refresh, { redirect_uri: 'https://app.example.com/other' })).toEqual(
        invalidGrant('The redirect_uri differs from the one of the authorization. It may be left out.'),
      );
      expect((await application.refresh(own.refresh)).status).toBe(200);
    });

    it('with a scope that was not granted, which harms nothing', async () => {
      const own = await tokens(writer, { scope: 'READ' });
      const may = 'This refresh may ask for: READ.';
      expect(await refresh(own.refresh, { scope: 'READ WRITE' })).toEqual(
        invalidScope(`The scope WRITE was not granted. ${may}`),
      );
      expect(await refresh(own.refresh, { scope: 'read:"all"' })).toEqual(
        invalidScope(`The scope read:?all? is unknown. ${may}`),
      );
      expect(await refresh(own.refresh, { scope: '  ' })).toEqual(
        invalidScope(`The parameter scope names none. ${may}`),
      );
      expect((await application.refresh(own.refresh)).status).toBe(200);
    });
  });

  describe('an end is told to refresh token and access token alike', () => {
    it('when the application revoked it', async () => {
      const own = await tokens();
      await application.revoke(own.refresh);
      expect(told(await application.refresh(own.refresh))).toEqual(invalidGrant(revoked));
      expect(await bearer(own.access)).toEqual(refused(revoked));
    });

    it.each(['the person', 'an administrator'])('when %s withdrew it', async (who) => {
      const own = await tokens();
      const session = await Administration.of(who === 'the person' ? writer : admin);
      const path = '/rest/oauth2/latest/authorizations';
      const { results } = (await writer.request(path)).json<{ results: { id: string; clientId: string }[] }>();
      const { id = '' } = results.find(({ clientId }) => clientId === application.link.clientId) ?? {};
      const where = who === 'the person' ? `${path}/${id}` : `${links}/${application.link.id}/authorizations`;
      expect((await session.send('DELETE', where)).status).toBeLessThan(300);
      expect(told(await application.refresh(own.refresh))).toEqual(invalidGrant(`${withdrawn} Ask the person again.`));
      expect(await bearer(own.access)).toEqual(refused(withdrawn));
    });

    it('when the link was disabled, and when it was deleted', async () => {
      const own = await tokens();
      await administration.updateLink(application.link.id, { enabled: false });
      const disabled = 'The administrator of the wiki has disabled this application link.';
      expect(told(await application.refresh(own.refresh))).toMatchObject({ status: 400, error: 'unauthorized_client' });
      expect(await bearer(own.access)).toEqual(refused(disabled));
      await administration.deleteLink(application.link.id);
      expect(told(await application.refresh(own.refresh))).toMatchObject({ status: 401, error: 'invalid_client' });
      expect(await bearer(own.access)).toEqual(refused('The application link was deleted.'));
    });

    it('when the person was disabled', async () => {
      const { username, session } = await somebody();
      const own = await tokens(session, { scope: 'READ' });
      await administration.send('PUT', `/rest/api/admin/user/${username}/disable`);
      expect(told(await application.refresh(own.refresh))).toEqual(invalidGrant(gone));
      expect(await bearer(own.access)).toEqual(refused(gone));
    });
  });

  describe('an access token is refused', () => {
    const malformed = (message: string) => [
      400,
      'invalid_request',
      message,
      `Bearer error="invalid_request", error_description="${message}"`,
    ];
    const insufficient = (message: string, scope?: string) => [
      403,
      'insufficient_scope',
      message,
      `Bearer error="insufficient_scope", error_description="${message}"${scope ? `, scope="${scope}"` : ''}`,
    ];

    it('that is none, or has expired', async () => {
      const own = await tokens();
      expect(await bearer('nonsense')).toEqual(refused('This is no access token of this wiki.'));
      expect(await bearer(own.refresh)).toEqual(refused('This is no access token of this wiki.'));
      wiki.clock.advance(3600_000);
      expect(await bearer(own.access)).toEqual(refused('The access token has expired.'));
    });

    it('that is not in the header, or not alone there', async () => {
      const { access } = await tokens();
      expect(await bearer(access, `/rest/api/space?access_token=${access}`)).toEqual(
        malformed('Send the access token in the Authorization header only.'),
      );
      expect(await bearer(`${access} x`)).toEqual(
        malformed('The Authorization header is not of the form: Bearer, one space, the token.'),
      );
    });

    it('that does not reach, for its scope, its person, or because nothing does', async () => {
      const own = await LinkedApplication.create(wiki.url, admin, { scopes: ['SYSTEM_ADMIN'] });
      const { access } = tokensOf(await own.exchange(await own.codeFrom(writer, { scope: 'READ' })));
      expect(await bearer(access, '/rest/api/audit')).toEqual(
        insufficient('This needs the scope ADMIN, which the application was not given.', 'ADMIN'),
      );
      expect(await bearer(access, '/profile')).toEqual(insufficient('This resource is closed to applications.'));
      const { username, session } = await somebody();
      const theirs = tokensOf(await own.exchange(await own.codeFrom(session, { scope: 'READ' })));
      await administration.send('DELETE', `/rest/api/user/${username}/group/wiki-users`);
      expect(await bearer(theirs.access)).toEqual(
        insufficient(
          'This needs the level READ, which the person who authorized the application does not hold.',
          'READ',
        ),
      );
    });
  });
});
