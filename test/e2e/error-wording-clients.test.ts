import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postForm } from '../support/linked-application.js';
import { type RunningWiki, startWiki, unthrottled } from '../support/start-wiki.js';
import { type Told, told } from '../support/told.js';

const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');
const endpoints = ['token', 'revoke', 'introspect'] as const;
const challenge = 'Basic realm="OAuth 2.0 token endpoint", charset="UTF-8"';
const wrong = { status: 401, error: 'invalid_client', says: 'The client ID is unknown or the secret is wrong.' };
const withoutId = {
  status: 401,
  error: 'invalid_client',
  says: 'The client did not say who it is: send client_id, or use Basic.',
};
const tokenIsNoProof = {
  status: 401,
  error: 'invalid_client',
  says: 'An access token does not prove a client here. Send client_id and client_secret, by Basic or in the body.',
  challenge,
};
const invalid = (says: string): Told => ({ status: 400, error: 'invalid_request', says });
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

describe.each(['express', 'fastify'] as const)('who is not proven, on %s', (platform) => {
  let wiki: RunningWiki;
  let administration: Administration;
  let id: string;
  let secret: string;
  let publicId: string;
  let token: string;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform, config: { oauth: unthrottled } });
    const admin = await new HttpSession(wiki.url).signIn('admin');
    administration = await Administration.of(admin);
    const application = await LinkedApplication.create(wiki.url, admin);
    ({ clientId: id, clientSecret: secret } = application.link);
    token = (await application.tokensFrom(await new HttpSession(wiki.url).signIn('writer'))).accessToken;
    publicId = (await administration.createLink({ clientType: 'public' })).clientId;
  });

  afterAll(() => wiki.close());

  describe.each(endpoints)('hears why at %s', (endpoint) => {
    const send = async (body: Record<string, string> | string, headers = {}) =>
      told(await postForm(wiki.url, endpoint, new URLSearchParams(body), headers));

    it('who does not say who they are', async () => {
      expect(await send({})).toEqual(withoutId);
      expect(await send({ client_id: '' })).toEqual(withoutId);
      expect(await send({}, { authorization: 'Digest x' })).toEqual(withoutId);
    });

    it('whose client ID or secret is wrong, without a word on which', async () => {
      expect(await send({ client_id: '0'.repeat(32), client_secret: secret })).toEqual(wrong);
      expect(await send({ client_id: 'no id', client_secret: secret })).toEqual(wrong);
      expect(await send({ client_id: id, client_secret: '0'.repeat(64) })).toEqual(wrong);
      expect(await send({}, basic(`${id}:wrong`))).toEqual({ ...wrong, challenge });
      const deleted = await administration.createLink();
      await administration.deleteLink(deleted.id);
      const { clientId, clientSecret } = deleted;
      expect(await send({ client_id: clientId, client_secret: clientSecret })).toEqual(wrong);
    });

    it('whose secret has ended, and nobody else hears that it was one', async () => {
      const link = await administration.createLink();
      const path = `/rest/application-links/latest/links/${link.id}/secrets`;
      expect((await administration.send('POST', path, { overlapSeconds: 60 })).status).toBe(201);
      wiki.clock.advance(60_000);
      expect(await send({ client_id: link.clientId, client_secret: link.clientSecret })).toEqual({
        status: 401,
        error: 'invalid_client',
        says: 'This client secret has ended. Ask the administrator of the wiki for the current one.',
      });
      expect(await send({ client_id: id, client_secret: link.clientSecret })).toEqual(wrong);
    });

    it('who sends no secret though there is one, or one though there is none', async () => {
      const says = 'This client is confidential: send its client_secret, or use Basic.';
      expect(await send({ client_id: id })).toEqual({ ...wrong, says });
      expect(await send({}, basic(`${id}:`))).toEqual({ ...wrong, says, challenge });
      const none = { ...wrong, says: 'A public client has no secret; send none.' };
      expect(await send({ client_id: publicId, client_secret: 'x' })).toEqual(none);
    });

    it('P20 who uses Basic in a way that cannot be read, or beside the body', async () => {
      const unreadable = 'The Basic credentials cannot be read: base64 of id:secret.';
      expect(await send({}, basic('no colon'))).toEqual({ ...wrong, says: unreadable, challenge });
      expect(await send({ client_secret: secret }, basic(`${id}:${secret}`))).toEqual(
        invalid('The client authenticates by Basic or in the body, not by both.'),
      );
      expect(await send({ client_id: publicId }, basic(`${id}:${secret}`))).toEqual(
        invalid('The client_id in the body differs from the one in the Authorization header.'),
      );
    });

    it('who comes with an access token, good or not', async () => {
      const body = { client_id: id, client_secret: secret };
      for (const bearer of [token, 'nonsense']) {
        expect(await send(body, { authorization: `Bearer ${bearer}` })).toEqual(tokenIsNoProof);
      }
      const inForm = await send({ ...body, access_token: token });
      expect(inForm).toMatchObject(invalid('Send the access token in the Authorization header only.'));
    });

    it('P20 who repeats a parameter, puts a secret in the address, or does not POST', async () => {
      expect(await send(`client_id=${id}&client_id=${id}`)).toEqual(
        invalid('The parameter client_id must be sent once, as text.'),
      );
      expect(await send(`${encodeURIComponent('a"\\\n')}=1&${encodeURIComponent('a"\\\n')}=2`)).toEqual(
        invalid('The parameter a??? must be sent once, as text.'),
      );
      for (const name of ['client_secret', 'code', 'code_verifier', 'refresh_token', 'token']) {
        expect(told(await postForm(wiki.url, `${endpoint}?${name}=x`, {}))).toEqual(
          invalid(`Send ${name} in the body: addresses end up in logs. Treat it as leaked.`),
        );
      }
      const answer = await fetch(`${wiki.url}/rest/oauth2/latest/${endpoint}?client_secret=${secret}`);
      const { status, headers } = answer;
      expect(told({ status, headers, body: (await answer.json()) as Record<string, unknown> })).toEqual({
        ...invalid('This endpoint takes a POST with a form in its body, nothing else.'),
        status: 405,
        allow: 'POST',
      });
    });

    it('whose link is disabled', async () => {
      const link = await administration.createLink();
      await administration.updateLink(link.id, { enabled: false });
      expect(await send({ client_id: link.clientId, client_secret: link.clientSecret })).toEqual({
        status: 400,
        error: 'unauthorized_client',
        says: 'The administrator of the wiki has disabled this application link.',
      });
    });

    it('P20 who is proven and leaves out what the endpoint is for', async () => {
      const missing = endpoint === 'token' ? 'grant_type' : 'token';
      const credentials = { client_id: id, client_secret: secret };
      expect(await send(credentials)).toEqual(invalid(`The parameter ${missing} is missing.`));
    });
  });

  it('a public client hears that introspection is not for it', async () => {
    expect(told(await postForm(wiki.url, 'introspect', { client_id: publicId, token }))).toEqual({
      ...wrong,
      says: 'Only a client that proves itself with a secret may ask this.',
    });
  });
});
