import { CodeChallengeMethod, generateCodeVerifier, generateState, OAuth2Client, type OAuth2Tokens } from 'arctic';
import {
  endpoint,
  type ForeignClient,
  type ForeignClientOptions,
  type ForeignTokens,
} from '../support/foreign-client.js';

/** arctic: its client for any provider. Confidential applications use Basic. */
export class ArcticClient implements ForeignClient {
  private readonly client: OAuth2Client;
  private readonly verifier = generateCodeVerifier();
  private readonly state = generateState();

  constructor(private readonly options: ForeignClientOptions) {
    this.client = new OAuth2Client(options.clientId, options.clientSecret ?? null, options.redirectUri);
  }

  async begin(): Promise<URL> {
    const { wiki, scope, pkce } = this.options;
    const [authorize, scopes] = [endpoint(wiki, 'authorize'), scope.split(' ')];
    const { S256 } = CodeChallengeMethod;
    return pkce
      ? this.client.createAuthorizationURLWithPKCE(authorize, this.state, S256, this.verifier, scopes)
      : this.client.createAuthorizationURL(authorize, this.state, scopes);
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    const { wiki, pkce } = this.options;
    if (callback.searchParams.get('state') !== this.state) throw new Error('The state differs.');
    const code = callback.searchParams.get('code') ?? '';
    const verifier = pkce ? this.verifier : null;
    return heldOf(await this.client.validateAuthorizationCode(endpoint(wiki, 'token'), code, verifier));
  }

  async refresh({ refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    return heldOf(await this.client.refreshAccessToken(endpoint(this.options.wiki, 'token'), refreshToken, []));
  }
}

const heldOf = (tokens: OAuth2Tokens): ForeignTokens => ({
  accessToken: tokens.accessToken(),
  refreshToken: tokens.refreshToken(),
  scope: tokens.scopes().join(' '),
});
