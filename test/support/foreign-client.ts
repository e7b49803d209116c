import { createHash, randomBytes } from 'node:crypto';
import * as openid from 'openid-client';
import { AuthorizationCode } from 'simple-oauth2';

/** How an application knows a wiki and itself. */
export interface ForeignClientOptions {
  /** The wiki's address with its context path. */
  readonly wiki: string;
  readonly clientId: string;
  /** Absent for public clients. */
  readonly clientSecret?: string;
  readonly redirectUri: string;
  readonly scope: string;
  /** Default: as the library does it unasked. */
  readonly pkce?: boolean;
  /** Default: as the library does it unasked. */
  readonly authentication?: 'Basic' | 'body';
}

/** What an application holds after an exchange. */
export interface ForeignTokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly scope: string | undefined;
}

/** An application built on a public OAuth client library, as its authors would write it. */
export interface ForeignClient {
  /** Where it sends the person. */
  begin(): Promise<URL>;
  /** What it does when the person comes back. */
  finish(callback: URL): Promise<ForeignTokens>;
  refresh(tokens: ForeignTokens): Promise<ForeignTokens>;
}

/** Where a wiki has its endpoints. */
export const endpoint = (wiki: string, name: string): string => `${wiki}/rest/oauth2/latest/${name}`;

/** openid-client: PKCE, state and issuer checked; Basic for confidential clients, none for public ones. */
export class OpenidClient implements ForeignClient {
  private readonly configuration: openid.Configuration;
  private readonly verifier = openid.randomPKCECodeVerifier();
  private readonly state = openid.randomState();

  constructor(private readonly options: ForeignClientOptions) {
    const { wiki, clientId, clientSecret } = options;
    const server = {
      issuer: wiki,
      authorization_endpoint: endpoint(wiki, 'authorize'),
      token_endpoint: endpoint(wiki, 'token'),
      authorization_response_iss_parameter_supported: true,
    };
    this.configuration = new openid.Configuration(server, clientId, {}, this.authentication(clientSecret));
    openid.allowInsecureRequests(this.configuration);
  }

  async begin(): Promise<URL> {
    const { redirectUri, scope } = this.options;
    const challenge = {
      code_challenge: await openid.calculatePKCECodeChallenge(this.verifier),
      code_challenge_method: 'S256',
    };
    return openid.buildAuthorizationUrl(this.configuration, {
      redirect_uri: redirectUri,
      scope,
      state: this.state,
      ...(this.usesPkce ? challenge : {}),
    });
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    const checks = { pkceCodeVerifier: this.usesPkce ? this.verifier : undefined, expectedState: this.state };
    return fromAnswer(await openid.authorizationCodeGrant(this.configuration, callback, checks));
  }

  async refresh(tokens: ForeignTokens): Promise<ForeignTokens> {
    return fromAnswer(await openid.refreshTokenGrant(this.configuration, tokens.refreshToken));
  }

  private get usesPkce(): boolean {
    return this.options.pkce ?? true;
  }

  private authentication(secret: string | undefined): openid.ClientAuth {
    if (secret === undefined) return openid.None();
    return this.options.authentication === 'body' ? openid.ClientSecretPost(secret) : openid.ClientSecretBasic(secret);
  }
}

/** simple-oauth2: leaves PKCE to the application; the secret goes in the body. */
export class SimpleOauth2Client implements ForeignClient {
  private readonly grant: AuthorizationCode;
  private readonly verifier = randomBytes(48).toString('base64url');

  constructor(private readonly options: ForeignClientOptions) {
    const { wiki, clientId, clientSecret = '' } = options;
    this.grant = new AuthorizationCode({
      client: { id: clientId, secret: clientSecret },
      auth: { tokenHost: wiki, tokenPath: endpoint(wiki, 'token'), authorizePath: endpoint(wiki, 'authorize') },
      options: { authorizationMethod: options.authentication === 'Basic' ? 'header' : 'body' },
    });
  }

  async begin(): Promise<URL> {
    const { redirectUri, scope, pkce } = this.options;
    const code_challenge = createHash('sha256').update(this.verifier).digest('base64url');
    const challenge = pkce ? { code_challenge, code_challenge_method: 'S256' } : {};
    const asked = { redirect_uri: redirectUri, scope, state: 'a state', ...challenge };
    return new URL(this.grant.authorizeURL(asked));
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    const code = callback.searchParams.get('code') ?? '';
    const proof = this.options.pkce ? { code_verifier: this.verifier } : {};
    const { token } = await this.grant.getToken({ code, redirect_uri: this.options.redirectUri, ...proof });
    return fromAnswer(token);
  }

  async refresh(tokens: ForeignTokens): Promise<ForeignTokens> {
    const held = this.grant.createToken({ access_token: tokens.accessToken, refresh_token: tokens.refreshToken });
    return fromAnswer((await held.refresh()).token);
  }
}

/**
 * What a token answer gives.
 *
 * @throws Error when a token is missing
 */
export function fromAnswer(answer: object): ForeignTokens {
  const { access_token, refresh_token, scope } = answer as Record<string, string | undefined>;
  if (!access_token || !refresh_token) throw new Error(`No tokens in ${Object.keys(answer).join(', ')}.`);
  return { accessToken: access_token, refreshToken: refresh_token, scope };
}

/** The libraries that confidential applications are tested with. */
export const foreignClients: readonly {
  readonly name: string;
  create(options: ForeignClientOptions): ForeignClient;
}[] = [
  { name: 'openid-client', create: (options) => new OpenidClient(options) },
  { name: 'simple-oauth2', create: (options) => new SimpleOauth2Client(options) },
];

/** The one that public applications are tested with. */
export const publicForeignClient = (options: Omit<ForeignClientOptions, 'clientSecret'>): ForeignClient =>
  new OpenidClient(options);
