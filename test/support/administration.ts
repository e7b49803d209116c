import type { HttpSession } from './http-session.js';

/** What an administrator gives for a link. */
export interface NewLink {
  readonly name?: string;
  readonly redirectUris?: readonly string[];
  readonly scopes?: readonly string[];
  readonly clientType?: 'confidential' | 'public';
  readonly plainPkceAllowed?: boolean;
  readonly mayIntrospectAll?: boolean;
  readonly accessTokenSeconds?: number;
  readonly refreshTokenSeconds?: number;
  readonly familySeconds?: number;
  readonly rememberConsent?: boolean;
}

/** What they get. */
export interface CreatedLink {
  readonly id: string;
  readonly version: number;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

const links = '/rest/application-links/latest/links';
let count = 0;

/** An administrator at the JSON of the application links, with the ticket their pages carry. */
export class Administration {
  private constructor(
    private readonly session: HttpSession,
    private readonly ticket: string,
  ) {}

  static async of(session: HttpSession): Promise<Administration> {
    const page = await session.get('/profile/authorized-applications');
    const ticket = /<meta name="csrf-token" content="([^"]+)"/.exec(page.text)?.[1];
    if (!ticket) throw new Error(`No csrf-token at ${page.url} (${page.status}).`);
    return new Administration(session, ticket);
  }

  async createLink(link: NewLink = {}): Promise<CreatedLink> {
    const redirectUri = link.redirectUris?.[0] ?? 'https://app.example.com/callback';
    const body = {
      name: `Application ${(++count).toString()}`,
      redirectUris: [redirectUri],
      scopes: ['READ', 'WRITE'],
      clientType: 'confidential',
      ...link,
    };
    const page = await this.send('POST', links, body);
    if (page.status !== 201) throw new Error(`No link was created: ${page.status} ${page.text}`);
    const created = page.json<{ id: string; version: number; credentials: Record<string, string> }>();
    const { clientId = '', clientSecret = '' } = created.credentials;
    return { id: created.id, version: created.version, clientId, clientSecret, redirectUri };
  }

  /** Replaces some settings of a link. */
  async updateLink(id: string, changes: object): Promise<void> {
    const link = (await this.session.request(`${links}/${id}`)).json();
    const page = await this.send('PUT', `${links}/${id}`, { ...link, ...changes });
    if (page.status !== 200) throw new Error(`The link was not updated: ${page.status} ${page.text}`);
  }

  /** Makes a person who may read, with the password `USERNAME-password`. */
  async createPerson(username: string): Promise<void> {
    const person = {
      userName: username,
      fullName: username,
      password: `${username}-password`,
      email: `${username}@example.com`,
    };
    const page = await this.send('POST', '/rest/api/admin/user', person);
    if (page.status >= 300) throw new Error(`No person was created: ${page.status} ${page.text}`);
  }

  async deleteLink(id: string): Promise<void> {
    const page = await this.send('DELETE', `${links}/${id}`);
    if (page.status !== 204) throw new Error(`The link was not deleted: ${page.status} ${page.text}`);
  }

  /** Any change in the wiki's own REST or ours, under the administrator's session. */
  async send(method: string, path: string, body?: object, more: Readonly<Record<string, string>> = {}) {
    const headers = {
      ...more,
      'x-csrf-token': this.ticket,
      'x-atlassian-token': 'no-check',
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    return this.session.request(path, { method, headers, body: body ? JSON.stringify(body) : undefined });
  }
}
