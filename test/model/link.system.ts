import { expect } from 'vitest';
import type { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { answerConsent } from '../support/consent.js';
import { HttpSession } from '../support/http-session.js';
import type { LinkedApplication } from '../support/linked-application.js';
import type { RunningWiki } from '../support/start-wiki.js';
import { LinkModel, type Outcome } from './link.model.js';

/** A pair of tokens as the application keeps it; generation 1 stands first. */
interface Pair {
  readonly access: string;
  readonly refresh: string;
}

/** A link of a running wiki beside its model: every step is taken in both, and what they answer is compared. */
export class LinkSystem {
  readonly model: LinkModel;
  private readonly codes: string[] = [];
  private readonly pairs: Pair[][] = [];

  constructor(
    private readonly wiki: RunningWiki,
    private readonly administration: Administration,
    private readonly application: LinkedApplication,
    private readonly username: string,
    private session: HttpSession,
  ) {
    this.model = new LinkModel(() => wiki.clock.now());
  }

  /** The families that got as far as tokens, or all of them. */
  indices(withTokens: boolean): number[] {
    return this.codes.map((_, index) => index).filter((index) => !withTokens || this.pairsOf(index).length > 0);
  }

  async consent(): Promise<void> {
    if (!this.model.exists || !this.model.enabled || !this.model.isActive) return;
    const url = this.application.authorizationUrl({ scope: 'WRITE' });
    const callback = await answerConsent(this.session, url, { scope: 'WRITE' });
    this.codes.push(callback.searchParams.get('code') ?? '');
    this.pairs.push([]);
    this.model.consent();
  }

  async exchange(index: number): Promise<void> {
    const expected = this.model.exchange(index);
    this.keep(index, expected, await this.application.exchange(this.codes[index] ?? ''));
  }

  async refresh(index: number, age: number): Promise<void> {
    const generation = Math.max(1, this.pairsOf(index).length - age);
    const expected = this.model.refresh(index, generation);
    const { refresh = '' } = this.pairsOf(index)[generation - 1] ?? {};
    this.keep(index, expected, await this.application.refresh(refresh));
  }

  async revoke(index: number): Promise<void> {
    const { clientId, clientSecret } = this.application.link;
    const token = this.pairsOf(index).at(-1)?.refresh ?? '';
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret, token });
    await fetch(`${this.wiki.url}/rest/oauth2/latest/revoke`, { method: 'POST', body });
    this.model.revoke(index);
  }

  async withdraw(): Promise<void> {
    if (!this.model.exists) return;
    const path = `/rest/application-links/latest/links/${this.application.link.id}/authorizations`;
    await this.change('DELETE', path);
    this.model.withdraw();
  }

  async setEnabled(enabled: boolean): Promise<void> {
    if (!this.model.exists) return;
    await this.administration.updateLink(this.application.link.id, { enabled });
    this.model.enabled = enabled;
  }

  async delete(): Promise<void> {
    if (!this.model.exists) return;
    await this.administration.deleteLink(this.application.link.id);
    this.model.exists = false;
  }

  async setActive(isActive: boolean): Promise<void> {
    if (isActive === this.model.isActive) return;
    await this.change('PUT', `/rest/api/admin/user/${this.username}/${isActive ? 'enable' : 'disable'}`);
    if (isActive) this.session = await new HttpSession(this.wiki.url).signIn(this.username);
    this.model.isActive = isActive;
  }

  async setWriter(isWriter: boolean): Promise<void> {
    if (isWriter === this.model.isWriter) return;
    const path = `/rest/api/user/${this.username}/group/wiki-editors`;
    await this.change(isWriter ? 'PUT' : 'DELETE', path);
    this.model.isWriter = isWriter;
  }

  /** Shows every access token ever given at the door, and compares who is let in. */
  async compare(): Promise<void> {
    const tokens = this.pairs.flatMap((pairs, index) =>
      pairs.map(({ access }, position) => ({ access, expected: this.model.statusOf(index, position + 1) })),
    );
    const post = { method: 'POST', json: {} };
    const statuses = await Promise.all(
      tokens.map(async ({ access }) => (await call(this.wiki.url, access, '/rest/api/content', post)).status),
    );
    expect(statuses).toEqual(tokens.map(({ expected }) => expected));
  }

  private keep(index: number, expected: Outcome, answer: { status: number; body: Record<string, unknown> }): void {
    expect(answer.status === 200).toBe(expected !== 'refused');
    if (answer.status !== 200) return;
    const pair = { access: String(answer.body.access_token), refresh: String(answer.body.refresh_token) };
    if (expected === 'again') expect(pair).toEqual(this.pairsOf(index).at(-1));
    else this.pairsOf(index).push(pair);
  }

  private async change(method: string, path: string): Promise<void> {
    const { status, text } = await this.administration.send(method, path);
    if (status >= 300) throw new Error(`${method} ${path} was refused: ${status.toString()} ${text}`);
  }

  private pairsOf(index: number): Pair[] {
    return this.pairs[index] ?? [];
  }
}
