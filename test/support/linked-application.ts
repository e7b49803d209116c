import { Administration, type CreatedLink, type NewLink } from './administration.js';
import { answerConsent } from './consent.js';
import { type ForeignTokens, foreignClients } from './foreign-client.js';
import type { HttpSession } from './http-session.js';

/** What an endpoint answered. */
export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Empty where there was none. */
  readonly body: Record<string, unknown>;
}

/** Talks to an OAuth endpoint by hand, for what no well-behaved library would send. */
export async function postForm(
  wiki: string,
  endpoint: string,
  parameters: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer> {
  const body = new URLSearchParams(parameters);
  const answer = await fetch(`${wiki}/rest/oauth2/latest/${endpoint}`, { method: 'POST', body, headers });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: JSON.parse(text || '{}') as Record<string, unknown>,
  };
}

/** The same for the token endpoint. */
export const postToken = (
  wiki: string,
  parameters: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<JsonAnswer> => postForm(wiki, 'token', parameters, headers);

/** An application with a link, spoken for by hand. */
export class LinkedApplication {
  private constructor(
    readonly wiki: string,
    readonly link: CreatedLink,
  ) {}

  static async create(wiki: string, admin: HttpSession, link: NewLink = {}): Promise<LinkedApplication> {
    return LinkedApplication.of(wiki, await Administration.of(admin), link);
  }

  /** The same at an administrator's hands. */
  static async of(wiki: string, administration: Administration, link: NewLink = {}): Promise<LinkedApplication> {
    return new LinkedApplication(wiki, await administration.createLink(link));
  }

  /** The same application when the wiki has moved to another address. */
  at(wiki: string): LinkedApplication {
    return new LinkedApplication(wiki, this.link);
  }

  /** The address it sends people to; parameters may be changed, or left out with `null`. */
  authorizationUrl(parameters: Readonly<Record<string, string | null>> = {}): URL {
    const { clientId, redirectUri } = this.link;
    const all = {
      client_id: clientId,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'READ WRITE',
      ...parameters,
    };
    const url = new URL(`${this.wiki}/rest/oauth2/latest/authorize`);
    for (const [name, value] of Object.entries(all)) if (value !== null) url.searchParams.set(name, value);
    return url;
  }

  /** Lets a person consent and gives the code. */
  async codeFrom(person: HttpSession, parameters: Readonly<Record<string, string | null>> = {}): Promise<string> {
    const callback = await answerConsent(person, this.authorizationUrl(parameters));
    const code = callback.searchParams.get('code');
    if (!code) throw new Error(`No code came back: ${callback.href}`);
    return code;
  }

  /** One exchange of a code; parameters may be changed. */
  exchange(code: string, parameters: Readonly<Record<string, string>> = {}) {
    const { redirectUri } = this.link;
    return postToken(this.wiki, {
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
      ...this.credentials,
      ...parameters,
    });
  }

  /** One refresh; parameters may be changed. */
  refresh(refreshToken: string, parameters: Readonly<Record<string, string>> = {}) {
    const own = { grant_type: 'refresh_token', refresh_token: refreshToken, ...this.credentials };
    return postToken(this.wiki, { ...own, ...parameters });
  }

  /** Ends a sign-in by one of its tokens; parameters may be changed. */
  revoke(token: string, parameters: Readonly<Record<string, string>> = {}) {
    return postForm(this.wiki, 'revoke', { token, ...this.credentials, ...parameters });
  }

  /** Asks whether a token is live; parameters may be changed. */
  introspect(token: string, parameters: Readonly<Record<string, string>> = {}) {
    return postForm(this.wiki, 'introspect', { token, ...this.credentials, ...parameters });
  }

  /** The whole dance through a foreign library. */
  async tokensFrom(person: HttpSession, scope = 'READ WRITE'): Promise<ForeignTokens> {
    const client = foreignClients[1]?.create({ wiki: this.wiki, ...this.link, scope });
    if (!client) throw new Error('There is no client library.');
    return client.finish(await answerConsent(person, await client.begin()));
  }

  private get credentials() {
    return { client_id: this.link.clientId, client_secret: this.link.clientSecret };
  }
}
