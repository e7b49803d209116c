import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import type { ForeignClient, ForeignClientOptions, ForeignTokens } from './foreign-client.js';
import { directly, type Fetch } from './network.js';

/** A client that was told the wiki's address, and nothing else of the wiki. */
export interface DiscoveringClient extends ForeignClient {
  /** The answer of the introspection endpoint. */
  introspect(token: string): Promise<Readonly<Record<string, unknown>>>;
  revoke(token: string): Promise<void>;
}

/** openid-client: discovery, PKCE, state and issuer checked, as its guide has it. */
class OpenidDiscoveringClient implements DiscoveringClient {
  private readonly verifier = openid.randomPKCECodeVerifier();
  private readonly state = openid.randomState();

  private constructor(
    private readonly configuration: openid.Configuration,
    private readonly options: ForeignClientOptions,
  ) {}

  static async discover(options: ForeignClientOptions, reach = directly): Promise<DiscoveringClient> {
    const { wiki, clientId, clientSecret } = options;
    const authentication = clientSecret === undefined ? openid.None() : openid.ClientSecretPost(clientSecret);
    const configuration = await openid.discovery(new URL(wiki), clientId, {}, authentication, {
      algorithm: 'oauth2',
      execute: [openid.allowInsecureRequests],
      [openid.customFetch]: reach as openid.CustomFetch,
    });
    return new OpenidDiscoveringClient(configuration, options);
  }

  async begin(): Promise<URL> {
    return openid.buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.options.redirectUri,
      scope: this.options.scope,
      state: this.state,
      code_challenge: await openid.calculatePKCECodeChallenge(this.verifier),
      code_challenge_method: 'S256',
    });
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    const checks = { pkceCodeVerifier: this.verifier, expectedState: this.state };
    return tokensIn(await openid.authorizationCodeGrant(this.configuration, callback, checks));
  }

  async refresh({ refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    return tokensIn(await openid.refreshTokenGrant(this.configuration, refreshToken));
  }

  async introspect(token: string) {
    return openid.tokenIntrospection(this.configuration, token);
  }

  async revoke(token: string): Promise<void> {
    await openid.tokenRevocation(this.configuration, token);
  }
}

/** oauth4webapi: the resource's metadata first, then the server's; every answer processed, which checks it. */
class Oauth4webapiDiscoveringClient implements DiscoveringClient {
  private readonly verifier = oauth.generateRandomCodeVerifier();
  private readonly state = oauth.generateRandomState();
  private readonly client: oauth.Client;
  private readonly authentication: oauth.ClientAuth;

  private constructor(
    private readonly server: oauth.AuthorizationServer,
    private readonly options: ForeignClientOptions,
    private readonly http: object,
  ) {
    const { clientId, clientSecret } = options;
    this.client = { client_id: clientId };
    this.authentication = clientSecret === undefined ? oauth.None() : oauth.ClientSecretBasic(clientSecret);
  }

  static async discover(options: ForeignClientOptions, reach = directly): Promise<DiscoveringClient> {
    const http = { [oauth.allowInsecureRequests]: true, [oauth.customFetch]: reach };
    const wiki = new URL(options.wiki);
    const asked = await oauth.resourceDiscoveryRequest(wiki, http);
    const resource = await oauth.processResourceDiscoveryResponse(wiki, asked);
    const issuer = new URL(resource.authorization_servers?.[0] ?? '');
    const answer = await oauth.discoveryRequest(issuer, { ...http, algorithm: 'oauth2' });
    const server = await oauth.processDiscoveryResponse(issuer, answer);
    return new Oauth4webapiDiscoveringClient(server, options, http);
  }

  async begin(): Promise<URL> {
    const url = new URL(this.server.authorization_endpoint ?? '');
    url.search = new URLSearchParams({
      client_id: this.client.client_id,
      redirect_uri: this.options.redirectUri,
      response_type: 'code',
      scope: this.options.scope,
      state: this.state,
      code_challenge: await oauth.calculatePKCECodeChallenge(this.verifier),
      code_challenge_method: 'S256',
    }).toString();
    return url;
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    const { server, client, authentication, http } = this;
    const { redirectUri } = this.options;
    const checked = oauth.validateAuthResponse(server, client, callback, this.state);
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      checked,
      redirectUri,
      this.verifier,
      http,
    );
    return tokensIn(await oauth.processAuthorizationCodeResponse(server, client, answer));
  }

  async refresh({ refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    const { server, client, authentication, http } = this;
    const answer = await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, http);
    return tokensIn(await oauth.processRefreshTokenResponse(server, client, answer));
  }

  async introspect(token: string) {
    const { server, client, authentication, http } = this;
    const answer = await oauth.introspectionRequest(server, client, authentication, token, http);
    return oauth.processIntrospectionResponse(server, client, answer);
  }

  async revoke(token: string): Promise<void> {
    const { server, client, authentication, http } = this;
    await oauth.processRevocationResponse(await oauth.revocationRequest(server, client, authentication, token, http));
  }
}

function tokensIn(answer: oauth.TokenEndpointResponse): ForeignTokens {
  const { access_token, refresh_token, scope } = answer;
  if (!refresh_token) throw new Error(`No refresh token in ${Object.keys(answer).join(', ')}.`);
  return { accessToken: access_token, refreshToken: refresh_token, scope };
}

/** The libraries that find their own way from the wiki's address. */
export const discoveringClients: readonly {
  readonly name: string;
  readonly discover: (options: ForeignClientOptions, reach?: Fetch) => Promise<DiscoveringClient>;
}[] = [
  { name: 'openid-client', discover: (options, reach) => OpenidDiscoveringClient.discover(options, reach) },
  { name: 'oauth4webapi', discover: (options, reach) => Oauth4webapiDiscoveringClient.discover(options, reach) },
];
