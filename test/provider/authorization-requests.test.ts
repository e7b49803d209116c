import { createHash } from 'node:crypto';
import { Client } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthorizationRequests } from '../../libs/oauth-provider/src/authorize/authorization-requests.service.js';
import { AuthorizationRefusal, UnprovenRequestError } from '../../libs/oauth-provider/src/authorize/authorize.error.js';
import { redirectUri, type RegisteredClient, SmallHost } from './small-host.js';

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };

let host: SmallHost;
let app: RegisteredClient;
const query = (parameters: Record<string, string> = {}, { client } = app) =>
  new URLSearchParams({
    client_id: client.id,
    redirect_uri: redirectUri,
    response_type: 'code',
    state: 's',
    ...parameters,
  }).toString();
const check = (text: string) => host.get(AuthorizationRequests).check(text);
const refused = (text: string) =>
  check(text).then(
    () => null,
    (error: unknown) => error,
  );

beforeEach(async () => {
  host = await SmallHost.start();
  app = await host.register({ scopes: ['WRITE'] });
});
afterEach(() => host.close());

describe('a request for authorization', () => {
  it('is what it asks for, from whom, and where the answer goes', async () => {
    const text = query({ scope: 'WRITE READ', ...pkce });
    expect(await check(text)).toMatchObject({
      client: { id: app.client.id },
      returnTo: { redirectUri, rawState: 's', issuer: 'https://wiki.example.com' },
      scopes: ['READ', 'WRITE'],
      codeChallenge: challenge,
      query: text,
    });
  });

  it.each([
    [{}, ['READ']],
    [{ scope: '' }, ['READ']],
    [{ scope: ' ' }, ['READ']],
    [{ scope: 'WRITE' }, ['WRITE']],
  ])('P4 asks for READ unless it says more: %j', async (parameters, scopes) => {
    expect(await check(query(parameters))).toMatchObject({ scopes, codeChallenge: null });
  });

  it.each<[string, string, () => string]>([
    ['no client', 'parameter client_id is missing', () => query({ client_id: '' })],
    ['an unknown client', 'The client_id is unknown', () => query({ client_id: '0'.repeat(32) })],
    ['no form of a client id', 'The client_id is unknown', () => query({ client_id: 'x' })],
    ['two clients', 'client_id was sent more than once', () => `${query()}&client_id=${app.client.id}`],
    ['no redirect URI', 'redirect_uri is missing', () => query({ redirect_uri: '' })],
    ['another redirect URI', 'The redirect_uri is not', () => query({ redirect_uri: `${redirectUri}/` })],
    ['a long redirect URI', 'The redirect_uri is not', () => query({ redirect_uri: 'x'.repeat(201) })],
    [
      'two redirect URIs',
      'redirect_uri was sent more than once',
      () => `${query()}&redirect_uri=${encodeURIComponent(redirectUri)}`,
    ],
  ])('P16 is never answered by a redirect with %s', async (_, technical, text) => {
    const error = await refused(text());
    expect(error).toBeInstanceOf(UnprovenRequestError);
    expect((error as Error).message).toContain(technical);
  });

  it.each<[Record<string, string>, string, string]>([
    [{ response_type: 'token' }, 'unsupported_response_type', 'only response_type'],
    [{ response_type: '' }, 'invalid_request', 'response_type is missing'],
    [{ scope: 'ADMIN' }, 'invalid_scope', 'may ask for: READ WRITE.'],
    [{ scope: 'READ SYSTEM_ADMIN' }, 'invalid_scope', 'SYSTEM_ADMIN is not registered'],
    [{ scope: 'READ read' }, 'invalid_scope', 'The scope read is unknown. This application may ask for: READ WRITE.'],
    [{ scope: '"\\\u00e4~!' }, 'invalid_scope', 'The scope ???~! is unknown'],
    [{ scope: 'x'.repeat(65) }, 'invalid_scope', `The scope ${'x'.repeat(64)} is unknown`],
    [{ code_challenge: challenge }, 'invalid_request', 'only code_challenge_method here is S256'],
    [{ code_challenge: challenge, code_challenge_method: 'plain' }, 'invalid_request', 'is S256'],
    [{ code_challenge_method: 'S256' }, 'invalid_request', 'code_challenge is missing'],
    [{ ...pkce, code_challenge: 'short' }, 'invalid_request', '43 characters'],
  ])('is refused with %j, and the application hears why', async (parameters, code, description) => {
    const error = await refused(query(parameters));
    expect(error).toBeInstanceOf(AuthorizationRefusal);
    expect(error).toMatchObject({
      code,
      description: expect.stringContaining(description) as string,
      returnTo: { redirectUri, rawState: 's' },
    });
  });

  it('is refused when any other parameter is repeated', async () => {
    expect(await refused(`${query()}&scope=READ&scope=WRITE`)).toMatchObject({
      code: 'invalid_request',
      description: expect.stringContaining('scope was sent more than once') as string,
    });
  });

  it('P13 is refused while the link is disabled', async () => {
    await host.get(DataSource).getRepository(Client).updateAll({ enabled: false });
    expect(await refused(query())).toMatchObject({ code: 'unauthorized_client' });
  });

  it('P4 is refused when nothing is registered', async () => {
    await host.get(DataSource).getRepository(Client).updateAll({ scopes: [] });
    expect(await refused(query())).toMatchObject({
      code: 'invalid_scope',
      description: expect.stringContaining('may ask for: none.') as string,
    });
  });

  it('P7 needs a challenge where the link asks for one, and of a public client always', async () => {
    for (const settings of [{ pkceRequired: true }, { type: 'public' }] as const) {
      const strict = await host.register(settings);
      expect(await refused(query({}, strict))).toMatchObject({
        code: 'invalid_request',
        description: expect.stringContaining('must use PKCE') as string,
      });
      expect(await check(query(pkce, strict))).toMatchObject({ codeChallenge: challenge });
    }
  });

  describe('with plain PKCE', () => {
    const verifier = 'v'.repeat(43);
    const s256 = createHash('sha256').update(verifier).digest('base64url');
    const plain = { code_challenge: verifier, code_challenge_method: 'plain' };

    it('P7 keeps its digest alone, where the link allows it', async () => {
      const lax = await host.register({ plainPkceAllowed: true });
      expect(await check(query(plain, lax))).toMatchObject({ codeChallenge: s256 });
      expect(await check(query({ code_challenge: verifier }, lax))).toMatchObject({ codeChallenge: s256 });
      expect(await check(query(pkce, lax))).toMatchObject({ codeChallenge: challenge });
      expect(await check(query({ ...pkce, code_challenge_method: 's256' }, lax))).toMatchObject({
        codeChallenge: challenge,
      });
    });

    it.each<[Record<string, string>, string]>([
      [{ ...plain, code_challenge_method: 'PLAIN' }, 'is S256 or plain'],
      [{ ...plain, code_challenge: 'v'.repeat(42) }, '43 to 128'],
      [{ code_challenge: `${'v'.repeat(43)}+` }, '43 to 128'],
    ])('P7 is refused with %j', async (parameters, description) => {
      const lax = await host.register({ plainPkceAllowed: true });
      expect(await refused(query(parameters, lax))).toMatchObject({
        code: 'invalid_request',
        description: expect.stringContaining(description) as string,
      });
    });

    it('P7 is refused of a public client, whatever its row says', async () => {
      const open = await host.register({ type: 'public', plainPkceAllowed: true });
      expect(open.client.plainPkceAllowed).toBe(false);
      await host.get(DataSource).getRepository(Client).updateAll({ plainPkceAllowed: true });
      const only = { description: expect.stringContaining('only code_challenge_method here is S256') as string };
      expect(await refused(query(plain, open))).toMatchObject(only);
      expect(await refused(query({ code_challenge: challenge }, open))).toMatchObject(only);
      expect(await check(query(pkce, open))).toMatchObject({ codeChallenge: challenge });
    });
  });
});
