import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  Configuration,
  fetchProtectedResource,
  refreshTokenGrant,
  tokenRevocation,
  WWWAuthenticateChallengeError,
  type TokenEndpointResponse,
} from 'openid-client';
import type { LinkSettings } from '../settings/link-settings.js';
import { WikiAnswer } from './wiki-answer.js';
import { toWikiError } from './wiki-errors.js';

const timeoutSeconds = 10;

function configure({ wikiUrl, clientId, clientSecret }: LinkSettings): Configuration {
  const server = {
    issuer: wikiUrl,
    authorization_endpoint: `${wikiUrl}/rest/oauth2/latest/authorize`,
    token_endpoint: `${wikiUrl}/rest/oauth2/latest/token`,
    revocation_endpoint: `${wikiUrl}/rest/oauth2/latest/revoke`,
  };
  const configuration = new Configuration(server, clientId, clientSecret || undefined);
  configuration.timeout = timeoutSeconds;
  // Settings accept plain http for this machine only.
  if (wikiUrl.startsWith('http:')) allowInsecureRequests(configuration);
  return configuration;
}

/**
 * Everything said to the wiki: OAuth through openid-client, and calls with a bearer token. Throws `WikiRefusal`,
 * `WikiUnreachable` or `UnexpectedAnswer`.
 */
export class WikiClient {
  private readonly configuration: Configuration;

  constructor(
    private readonly settings: LinkSettings,
    private readonly redirectUri: string,
  ) {
    this.configuration = configure(settings);
  }

  /** Where to send the browser: the wiki's own page, with PKCE by S256 (RFC 7636). */
  async authorizationUrl(state: string, codeVerifier: string): Promise<string> {
    return buildAuthorizationUrl(this.configuration, {
      redirect_uri: this.redirectUri,
      scope: this.settings.scopes.join(' '),
      state,
      code_challenge: await calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
    }).href;
  }

  /** Checks the wiki's answer (`state`, and `iss` by RFC 9207) and exchanges its code. */
  exchangeCode(query: string, state: string, codeVerifier: string): Promise<TokenEndpointResponse> {
    const answer = new URL(`${this.redirectUri}?${query}`);
    const checks = { expectedState: state, pkceCodeVerifier: codeVerifier };
    return this.inOwnWords(authorizationCodeGrant(this.configuration, answer, checks));
  }

  refresh(refreshToken: string): Promise<TokenEndpointResponse> {
    return this.inOwnWords(refreshTokenGrant(this.configuration, refreshToken));
  }

  revoke(token: string): Promise<void> {
    return this.inOwnWords(tokenRevocation(this.configuration, token));
  }

  /** Calls `path` below the wiki's base URL. Refusals are answers; only a missing answer is thrown. */
  async call(accessToken: string, method: string, path: string, body?: unknown): Promise<WikiAnswer> {
    const url = new URL(this.settings.wikiUrl + path);
    const headers = new Headers({ accept: 'application/json' });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const sent = body === undefined ? null : JSON.stringify(body);
    const exchange = async (): Promise<WikiAnswer> => {
      try {
        const response = await fetchProtectedResource(this.configuration, accessToken, url, method, sent, headers);
        return new WikiAnswer(response.status, await response.text());
      } catch (error) {
        if (!(error instanceof WWWAuthenticateChallengeError)) throw error;
        return new WikiAnswer(error.status, await error.response.text(), error.cause);
      }
    };
    return this.inOwnWords(exchange());
  }

  private async inOwnWords<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      throw await toWikiError(error);
    }
  }
}
