import { generateCodeVerifier, OAuth2Client, type OAuth2Token } from '@badgateway/oauth2-client';
import {
  endpoint,
  type ForeignClient,
  type ForeignClientOptions,
  type ForeignTokens,
} from '../support/foreign-client.js';

/** @badgateway/oauth2-client: small, made on `fetch`. */
export class BadgatewayClient implements ForeignClient {
  private readonly client: OAuth2Client;
  private codeVerifier: string | undefined;

  constructor(private readonly options: ForeignClientOptions) {
    const { wiki, clientId, clientSecret, authentication } = options;
    this.client = new OAuth2Client({
      clientId,
      clientSecret,
      authorizationEndpoint: endpoint(wiki, 'authorize'),
      tokenEndpoint: endpoint(wiki, 'token'),
      authenticationMethod: authentication === 'body' ? 'client_secret_post' : 'client_secret_basic',
    });
  }

  async begin(): Promise<URL> {
    const { redirectUri, scope, pkce } = this.options;
    if (pkce) this.codeVerifier = await generateCodeVerifier();
    const asked = { redirectUri, state: 'a state', codeVerifier: this.codeVerifier, scope: scope.split(' ') };
    return new URL(await this.client.authorizationCode.getAuthorizeUri(asked));
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    const { redirectUri } = this.options;
    const expected = { redirectUri, state: 'a state', codeVerifier: this.codeVerifier };
    return heldOf(await this.client.authorizationCode.getTokenFromCodeRedirect(callback, expected));
  }

  async refresh({ accessToken, refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    return heldOf(await this.client.refreshToken({ accessToken, refreshToken, expiresAt: null }));
  }
}

function heldOf({ accessToken, refreshToken, ...others }: OAuth2Token): ForeignTokens {
  if (!refreshToken) throw new Error('No refresh token came.');
  return { accessToken, refreshToken, scope: 'scope' in others ? String(others.scope) : undefined };
}
