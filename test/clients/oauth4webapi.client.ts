import * as oauth from 'oauth4webapi';
import {
  endpoint,
  type ForeignClient,
  type ForeignClientOptions,
  type ForeignTokens,
  fromAnswer,
} from '../support/foreign-client.js';

const onLoopback = { [oauth.allowInsecureRequests]: true };

/** oauth4webapi: every step by hand, every answer checked to the letter of the RFCs. */
export class Oauth4WebapiClient implements ForeignClient {
  private readonly server: oauth.AuthorizationServer;
  private readonly client: oauth.Client;
  private readonly authentication: oauth.ClientAuth;
  private readonly verifier = oauth.generateRandomCodeVerifier();
  private readonly state = oauth.generateRandomState();

  constructor(private readonly options: ForeignClientOptions) {
    const { wiki, clientId, clientSecret, authentication } = options;
    this.server = {
      issuer: wiki,
      authorization_endpoint: endpoint(wiki, 'authorize'),
      token_endpoint: endpoint(wiki, 'token'),
      authorization_response_iss_parameter_supported: true,
    };
    this.client = { client_id: clientId };
    if (clientSecret === undefined) this.authentication = oauth.None();
    else if (authentication === 'body') this.authentication = oauth.ClientSecretPost(clientSecret);
    else this.authentication = oauth.ClientSecretBasic(clientSecret);
  }

  async begin(): Promise<URL> {
    const { wiki, clientId, redirectUri, scope, pkce } = this.options;
    const url = new URL(endpoint(wiki, 'authorize'));
    const asked = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope, state: this.state };
    for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
    if (pkce) {
      url.searchParams.set('code_challenge', await oauth.calculatePKCECodeChallenge(this.verifier));
      url.searchParams.set('code_challenge_method', 'S256');
    }
    return url;
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    const { redirectUri, pkce } = this.options;
    const { server, client, authentication } = this;
    const parameters = oauth.validateAuthResponse(server, client, callback, this.state);
    const verifier = pkce ? this.verifier : oauth.nopkce;
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication,
      parameters,
      redirectUri,
      verifier,
      onLoopback,
    );
    return fromAnswer(await oauth.processAuthorizationCodeResponse(server, client, answer));
  }

  async refresh({ refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    const { server, client, authentication } = this;
    const answer = await oauth.refreshTokenGrantRequest(server, client, authentication, refreshToken, onLoopback);
    return fromAnswer(await oauth.processRefreshTokenResponse(server, client, answer));
  }
}
