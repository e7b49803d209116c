import * as oauth from 'oauth4webapi';
import { RouteMap } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { discoveringClients } from '../support/discovering-client.js';
import type { ForeignTokens } from '../support/foreign-client.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');

const verifier = 'v'.repeat(43);
const server = '.well-known/oauth-authorization-server';
const resource = '.well-known/oauth-protected-resource';
const hosts = (['express', 'fastify'] as const).flatMap((platform) =>
  ['', '/confluence', '/a/b'].map((contextPath) => ({ platform, contextPath })),
);

type Document = Readonly<Record<string, unknown>>;

const post = async (url: string, body: URLSearchParams, headers: HeadersInit = {}) => {
  const answer = await fetch(url, { method: 'POST', body, headers });
  const text = await answer.text();
  return { status: answer.status, body: JSON.parse(text || '{}') as Record<string, unknown> };
};

/** Every way to authenticate that a client library knows, told by its registered name. */
const authentications = async (secret: string): Promise<Readonly<Record<string, oauth.ClientAuth>>> => ({
  client_secret_basic: oauth.ClientSecretBasic(secret),
  client_secret_post: oauth.ClientSecretPost(secret),
  none: oauth.None(),
  client_secret_jwt: oauth.ClientSecretJwt(secret),
  private_key_jwt: oauth.PrivateKeyJwt((await oauth.generateKeyPair('ES256')).privateKey),
  tls_client_auth: oauth.TlsClientAuth(),
});

describe.each(hosts)('metadata with $platform below $contextPath', ({ platform, contextPath }) => {
  let wiki: RunningWiki;
  let origin: string;
  let sysadmin: HttpSession;
  let application: LinkedApplication;
  let publicApplication: LinkedApplication;
  let tokens: ForeignTokens;
  let aboutServer: Document;
  let aboutResource: Document;

  const documentAt = async (url: string): Promise<Document> => (await fetch(url)).json() as Promise<Document>;
  const addressOf = (name: string): string => String(aboutServer[name]);

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform, contextPath });
    origin = new URL(wiki.url).origin;
    sysadmin = await new HttpSession(wiki.url).signIn('sysadmin');
    application = await LinkedApplication.create(wiki.url, sysadmin, { scopes: ['SYSTEM_ADMIN'] });
    publicApplication = await LinkedApplication.create(wiki.url, sysadmin, { clientType: 'public' });
    tokens = await application.tokensFrom(sysadmin, 'READ');
    aboutServer = await documentAt(`${wiki.url}/${server}`);
    aboutResource = await documentAt(`${wiki.url}/${resource}`);
  });

  afterAll(() => wiki.close());

  /** Opens a request for authorization at the stated endpoint. */
  const ask = (parameters: Readonly<Record<string, string | null>>, own = application) => {
    const url = own.authorizationUrl(parameters);
    return sysadmin.get(addressOf('authorization_endpoint') + url.search);
  };

  /** Which of the ways to authenticate an endpoint takes, each tried by the client it is meant for. */
  const taken = async (endpoint: string, parameters: Record<string, string>): Promise<string[]> => {
    const { link } = application;
    const names: string[] = [];
    for (const [name, authenticate] of Object.entries(await authentications(link.clientSecret))) {
      const client = { client_id: name === 'none' ? publicApplication.link.clientId : link.clientId };
      const [body, headers] = [new URLSearchParams(parameters), new Headers()];
      await authenticate({ issuer: wiki.url }, client, body, headers);
      if ((await post(addressOf(endpoint), body, headers)).status !== 401) names.push(name);
    }
    return names;
  };

  const serverStatements: Readonly<Record<string, (value: unknown) => Promise<void>>> = {
    async issuer(value) {
      expect(value).toBe(wiki.url);
      const { body } = await application.introspect(tokens.accessToken);
      expect(body.iss).toBe(value);
    },
    async authorization_endpoint() {
      expect((await ask({})).status).toBe(200);
    },
    async token_endpoint(value) {
      expect(await post(String(value), new URLSearchParams())).toMatchObject({
        status: 401,
        body: { error: 'invalid_client' },
      });
    },
    async revocation_endpoint(value) {
      const own = await application.tokensFrom(sysadmin, 'READ');
      const { clientId, clientSecret } = application.link;
      const body = { token: own.refreshToken, client_id: clientId, client_secret: clientSecret };
      expect((await post(String(value), new URLSearchParams(body))).status).toBe(200);
      expect((await call(wiki.url, own.accessToken, '/rest/api/space')).status).toBe(401);
    },
    async introspection_endpoint(value) {
      const { clientId, clientSecret } = application.link;
      const body = { token: tokens.accessToken, client_id: clientId, client_secret: clientSecret };
      expect((await post(String(value), new URLSearchParams(body))).body.active).toBe(true);
    },
    async scopes_supported(value) {
      for (const scope of value as string[]) {
        expect((await ask({ scope })).form('oauth2/latest/consent').text).toContain('Allow');
      }
      const refused = (await ask({ scope: 'OTHER' })).location;
      expect(refused?.searchParams.get('error')).toBe('invalid_scope');
      expect(refused?.searchParams.get('error_description')).toContain(
        `may ask for: ${(value as string[]).join(' ')}.`,
      );
    },
    async response_types_supported(value) {
      const known = ['code', 'token', 'id_token', 'none', 'code token', 'code id_token', 'code id_token token'];
      const answers = await Promise.all(
        known.map(async (response_type) => [response_type, await ask({ response_type })] as const),
      );
      for (const [, { location }] of answers) {
        if (location) expect(location.searchParams.get('error')).toBe('unsupported_response_type');
      }
      expect(answers.flatMap(([type, { status }]) => (status === 200 ? [type] : []))).toEqual(value);
    },
    async response_modes_supported(value) {
      expect(value).toEqual(['query']);
      const callback = await answerConsent(sysadmin, application.authorizationUrl());
      expect([callback.searchParams.has('code'), callback.hash]).toEqual([true, '']);
    },
    async grant_types_supported(value) {
      const { clientId, clientSecret } = application.link;
      const known = [
        'authorization_code',
        'refresh_token',
        'password',
        'client_credentials',
        'implicit',
        'urn:ietf:params:oauth:grant-type:device_code',
        'urn:ietf:params:oauth:grant-type:jwt-bearer',
        'urn:ietf:params:oauth:grant-type:token-exchange',
      ];
      const answers = await Promise.all(
        known.map(async (grant_type) => {
          const body = new URLSearchParams({ grant_type, client_id: clientId, client_secret: clientSecret });
          return [grant_type, (await post(addressOf('token_endpoint'), body)).body.error] as const;
        }),
      );
      expect(answers.flatMap(([type, error]) => (error === 'unsupported_grant_type' ? [] : [type]))).toEqual(value);
    },
    async token_endpoint_auth_methods_supported(value) {
      expect(await taken('token_endpoint', { grant_type: 'refresh_token', refresh_token: 'none' })).toEqual(value);
    },
    async revocation_endpoint_auth_methods_supported(value) {
      expect(await taken('revocation_endpoint', { token: 'none' })).toEqual(value);
    },
    async introspection_endpoint_auth_methods_supported(value) {
      expect(await taken('introspection_endpoint', { token: 'none' })).toEqual(value);
    },
    async code_challenge_methods_supported(value) {
      expect(value).toEqual(['S256']);
      const code_challenge = await oauth.calculatePKCECodeChallenge(verifier);
      for (const method of value as string[]) {
        const code = await application.codeFrom(sysadmin, { code_challenge, code_challenge_method: method });
        expect((await application.exchange(code, { code_verifier: verifier })).status).toBe(200);
      }
      for (const method of ['plain', 'S512', null]) {
        const { location } = await ask({ code_challenge: verifier, code_challenge_method: method });
        expect(location?.searchParams.get('error')).toBe('invalid_request');
      }
    },
    async authorization_response_iss_parameter_supported(value) {
      expect(value).toBe(true);
      const url = application.authorizationUrl();
      const yes = await answerConsent(sysadmin, url);
      const no = await answerConsent(sysadmin, url, { button: 'Deny' });
      const error = (await ask({ scope: 'OTHER' })).location;
      expect([yes, no, error].map((callback) => callback?.searchParams.get('iss'))).toEqual(Array(3).fill(wiki.url));
    },
  };

  const resourceStatements: Readonly<Record<string, (value: unknown) => Promise<void>>> = {
    async resource(value) {
      expect(value).toBe(wiki.url);
      expect((await call(String(value), tokens.accessToken, '/rest/api/space')).status).toBe(200);
    },
    async authorization_servers(value) {
      expect(value).toEqual([aboutServer.issuer]);
    },
    async scopes_supported(value) {
      const opening = new Set(
        wiki
          .get(RouteMap)
          .list()
          .map(({ scope }) => scope),
      );
      opening.delete(null);
      expect(new Set(value as string[])).toEqual(opening);
      const named = await Promise.all(
        [
          ['/rest/api/space', 'POST'],
          ['/rest/api/audit', 'GET'],
          ['/rest/api/settings/systemInfo', 'GET'],
        ].map(async ([path = '', method]) => (await call(wiki.url, tokens.accessToken, path, { method })).headers),
      );
      const missing = named.map((headers) => /scope="([^"]*)"/.exec(headers.get('www-authenticate') ?? '')?.[1]);
      expect(['READ', ...missing]).toEqual(value);
    },
    async bearer_methods_supported(value) {
      const access_token = tokens.accessToken;
      const [header, query, body] = await Promise.all([
        call(wiki.url, access_token, '/rest/api/space'),
        fetch(`${wiki.url}/rest/api/space?access_token=${access_token}`),
        fetch(`${wiki.url}/rest/api/space`, { method: 'POST', body: new URLSearchParams({ access_token }) }),
      ]);
      const methods = Object.entries({ header, query, body });
      expect(methods.flatMap(([name, { ok }]) => (ok ? [name] : []))).toEqual(value);
    },
  };

  it.each(Object.entries(serverStatements))('the server does what it says: %s', async (name, check) => {
    await check(aboutServer[name]);
  });

  it.each(Object.entries(resourceStatements))('the resource does what it says: %s', async (name, check) => {
    await check(aboutResource[name]);
  });

  it('says nothing that is not held against what it does', () => {
    expect(Object.keys(aboutServer).sort()).toEqual(Object.keys(serverStatements).sort());
    expect(Object.keys(aboutResource).sort()).toEqual(Object.keys(resourceStatements).sort());
  });

  it('is found below the base URL and at the root of the host, and says the same', async () => {
    for (const [wellKnown, about] of [
      [server, aboutServer],
      [resource, aboutResource],
    ] as const) {
      for (const url of [`${wiki.url}/${wellKnown}`, `${origin}/${wellKnown}${contextPath}`]) {
        const answer = await fetch(url, { redirect: 'manual' });
        expect([url, answer.status]).toEqual([url, 200]);
        expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
        expect([answer.headers.get('cache-control'), answer.headers.get('set-cookie')]).toEqual([
          'public, max-age=300',
          null,
        ]);
        expect(await answer.json()).toEqual(about);
        expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
        expect((await fetch(url, { method: 'POST' })).status).toBe(404);
      }
    }
  });

  it('says nothing of others who live at the same host', async () => {
    const others = ['/other', `${contextPath}/other`, `/x${contextPath}`, '/confluence2', ...(contextPath ? [''] : [])];
    for (const wellKnown of [server, resource]) {
      for (const other of others) {
        const answer = await fetch(`${origin}/${wellKnown}${other}`, { redirect: 'manual' });
        expect([other, answer.status]).toEqual([other, 404]);
      }
    }
  });

  const challengesOf = (answer: Response) => answer.headers.get('www-authenticate');

  it('a refused token is told where to learn of better ones', async () => {
    const answer = await call(wiki.url, 'nonsense', '/rest/api/space');
    const about = `resource_metadata="${wiki.url}/${resource}"`;
    expect([answer.status, challengesOf(answer)]).toEqual([
      401,
      expect.stringMatching(/^Bearer .*error="invalid_token"/),
    ]);
    expect(challengesOf(answer)).toContain(`, ${about}`);
    expect(await documentAt(`${wiki.url}/${resource}`)).toEqual(aboutResource);
  });

  it('whoever comes without anything is told so where an application could come in, and nowhere else', async () => {
    const about = `Bearer resource_metadata="${wiki.url}/${resource}"`;
    for (const path of ['/rest/api/space', '/rest/api/audit', '/rest/api/user/current']) {
      const answer = await fetch(wiki.url + path);
      expect([path, answer.status, challengesOf(answer)]).toEqual([path, 401, about]);
    }
    const elsewhere = ['/login', '/spaces', '/rest/oauth2/latest/authorizations', `/${resource}`, '/rest/api/nowhere'];
    for (const path of elsewhere) {
      const answer = await fetch(wiki.url + path, { redirect: 'manual' });
      expect([path, challengesOf(answer)]).toEqual([path, null]);
    }
    const closed = await fetch(`${wiki.url}/rest/api/user/current/password`, { method: 'POST' });
    expect([closed.status, challengesOf(closed)]).toEqual([401, null]);
  });

  it('nobody who signed in, or tried to, is told', async () => {
    const good = await sysadmin.request('/rest/api/space');
    expect([good.status, good.headers.get('www-authenticate')]).toEqual([200, null]);
    for (const headers of [{ cookie: 'wiki_session=ended' }, { authorization: 'Basic eDp5' }] as Record<
      string,
      string
    >[]) {
      const answer = await fetch(`${wiki.url}/rest/api/space`, { headers });
      expect([answer.status, challengesOf(answer)]).toEqual([401, null]);
    }
  });

  it('a client that was turned away finds its way by that alone', async () => {
    const challenge = challengesOf(await fetch(`${wiki.url}/rest/api/space`)) ?? '';
    const [, about = ''] = /resource_metadata="([^"]+)"/.exec(challenge) ?? [];
    const [issuer = ''] = (await documentAt(about)).authorization_servers as string[];
    const [openid] = discoveringClients;
    const client = await openid?.discover({ wiki: issuer, ...application.link, scope: 'READ' });
    const { accessToken } = await client!.finish(await answerConsent(sysadmin, await client!.begin()));
    expect((await call(wiki.url, accessToken, '/rest/api/space')).status).toBe(200);
  });

  it.each(discoveringClients)('$name does the whole dance from the address alone', async ({ discover }) => {
    const client = await discover({ wiki: wiki.url, ...application.link, scope: 'READ WRITE' });
    const first = await client.finish(await answerConsent(sysadmin, await client.begin()));
    expect((await call(wiki.url, first.accessToken, '/rest/api/space')).status).toBe(200);
    const second = await client.refresh(first);
    expect(await client.introspect(second.accessToken)).toMatchObject({
      active: true,
      scope: 'READ WRITE',
      iss: wiki.url,
    });
    await client.revoke(second.refreshToken);
    expect(await client.introspect(second.accessToken)).toEqual({ active: false });
    expect((await call(wiki.url, second.accessToken, '/rest/api/space')).status).toBe(401);
  });

  it.each(discoveringClients)('$name does it for a public application', async ({ discover }) => {
    const { clientId, redirectUri } = publicApplication.link;
    const client = await discover({ wiki: wiki.url, clientId, redirectUri, scope: 'READ' });
    const first = await client.finish(await answerConsent(sysadmin, await client.begin()));
    const second = await client.refresh(first);
    expect((await call(wiki.url, second.accessToken, '/rest/api/space')).status).toBe(200);
    await client.revoke(second.accessToken);
    expect((await call(wiki.url, second.accessToken, '/rest/api/space')).status).toBe(401);
  });
});
