import { InMemoryWebStorage, OidcClient, type SigninResponse, WebStorageStateStore } from 'oidc-client-ts';
import {
  endpoint,
  type ForeignClient,
  type ForeignClientOptions,
  type ForeignTokens,
} from '../support/foreign-client.js';

/** oidc-client-ts: what applications in a browser use. */
export class OidcClientTsClient implements ForeignClient {
  private readonly client: OidcClient;

  constructor(private readonly options: ForeignClientOptions) {
    const { wiki, clientId, clientSecret, redirectUri, scope, pkce, authentication } = options;
    this.client = new OidcClient({
      authority: wiki,
      metadata: {
        issuer: wiki,
        authorization_endpoint: endpoint(wiki, 'authorize'),
        token_endpoint: endpoint(wiki, 'token'),
      },
      client_id: clientId,
      client_secret: clientSecret,
      client_authentication: authentication === 'Basic' ? 'client_secret_basic' : 'client_secret_post',
      redirect_uri: redirectUri,
      scope,
      disablePKCE: !pkce,
      stateStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    });
  }

  async begin(): Promise<URL> {
    return new URL((await this.client.createSigninRequest({})).url);
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    return heldOf(await this.client.processSigninResponse(callback.href));
  }

  async refresh({ refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    const { wiki, clientId, scope } = this.options;
    const profile = { iss: wiki, sub: '', aud: clientId, exp: 0, iat: 0 };
    const state = { refresh_token: refreshToken, session_state: null, scope, profile, data: undefined };
    return heldOf(await this.client.useRefreshToken({ state }));
  }
}

function heldOf({ access_token, refresh_token, scope }: SigninResponse): ForeignTokens {
  if (!refresh_token) throw new Error('No refresh token came.');
  return { accessToken: access_token, refreshToken: refresh_token, scope };
}
