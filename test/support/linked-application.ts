import { Administration, type CreatedLink, type NewLink } from './administration.js';
import { answerConsent } from './consent.js';
import { type ForeignTokens, foreignClients } from './foreign-client.js';
import type { HttpSession } from './http-session.js';

/** Talks to the token endpoint by hand, for what no well-behaved library would send. */
export async function postToken(
  wiki: string,
  parameters: Readonly<Record<string, string>> | URLSearchParams,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly headers: Headers; readonly body: Record<string, unknown> }> {
  const answer = await fetch(`${wiki}/rest/oauth2/latest/token`, {
    method: 'POST',
    body: new URLSearchParams(parameters),
    headers,
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

/** An application with a link, spoken for by hand. */
export class LinkedApplication {
  private constructor(
    readonly wiki: string,
    readonly link: CreatedLink,
  ) {}

  static async create(wiki: string, admin: HttpSession, link: NewLink = {}): Promise<LinkedApplication> {
    return new LinkedApplication(wiki, await (await Administration.of(admin)).createLink(link));
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
