import type { Registration } from '../settings/link-settings.js';
import { AccessEnded } from '../wiki/access-ended.js';
import type { WikiAnswer } from '../wiki/wiki-answer.js';
import type { WikiClient } from '../wiki/wiki.client.js';
import { WikiRefusal } from '../wiki/wiki-refusal.js';
import { WikiUnreachable } from '../wiki/wiki-unreachable.js';
import { readTokens, refreshDueAt, type Tokens } from './tokens.js';

/** One person's access to one wiki: it keeps the tokens fresh and knows when the wiki has ended it. */
export class Connection {
  /** What the wiki said when it ended our access; undefined while access lasts. */
  endedBecause: string | undefined;
  /** How the wiki calls the person. */
  person: string | undefined;
  refreshes = 0;
  private refreshing: Promise<void> | undefined;

  constructor(
    readonly registration: Registration,
    private readonly client: () => WikiClient,
    private tokens: Tokens,
    private readonly now: () => number,
  ) {}

  get scopes(): readonly string[] {
    return this.tokens.scopes;
  }

  get expiresAt(): number | undefined {
    return this.tokens.expiresAt;
  }

  /** Refreshes now. Callers that come while a refresh is under way share it: a refresh token is used once. */
  refresh(): Promise<void> {
    this.refreshing ??= this.exchangeRefreshToken().finally(() => (this.refreshing = undefined));
    return this.refreshing;
  }

  /**
   * Calls the wiki's API. A token the wiki no longer knows is refreshed once; throws {@link AccessEnded} when that
   * does not help, {@link WikiUnreachable} when there is no answer.
   */
  async call(method: string, path: string, body?: unknown): Promise<WikiAnswer> {
    if (this.endedBecause !== undefined) throw new AccessEnded(this.endedBecause);
    if (this.now() >= refreshDueAt(this.tokens)) await this.refreshAhead();
    const { accessToken } = this.tokens;
    const answer = await this.client().call(accessToken, method, path, body);
    if (!answer.isInvalidToken) return answer;
    if (this.tokens.accessToken === accessToken) await this.refreshAfter(answer);
    const second = await this.client().call(this.tokens.accessToken, method, path, body);
    if (second.isInvalidToken) throw this.end(second.saying);
    return second;
  }

  /** Gives the access back. Rejects when the wiki did not hear it; the tokens are forgotten all the same. */
  async giveBack(): Promise<void> {
    await this.refreshing?.catch(() => undefined);
    const { refreshToken, accessToken } = this.tokens;
    if (this.endedBecause === undefined) await this.client().revoke(refreshToken ?? accessToken);
  }

  /** Refreshes because of a refusal, which belongs to what the person reads when that fails too. */
  private async refreshAfter({ saying }: WikiAnswer): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      throw error instanceof AccessEnded ? this.end(`${saying} On the refresh: ${error.saying}`) : error;
    }
  }

  private async refreshAhead(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      const stillValid = this.tokens.expiresAt !== undefined && this.now() < this.tokens.expiresAt;
      if (!(error instanceof WikiUnreachable && stillValid)) throw error;
    }
  }

  private async exchangeRefreshToken(): Promise<void> {
    if (this.endedBecause !== undefined) throw new AccessEnded(this.endedBecause);
    const { refreshToken } = this.tokens;
    if (refreshToken === undefined) throw this.end('The access token has ended and there is no refresh token.');
    try {
      this.tokens = readTokens(await this.client().refresh(refreshToken), this.now(), this.tokens);
      this.refreshes += 1;
    } catch (error) {
      if (error instanceof WikiRefusal && error.code === 'invalid_grant') throw this.end(error.saying);
      throw error;
    }
  }

  private end(saying: string): AccessEnded {
    this.endedBecause = saying;
    return new AccessEnded(saying);
  }
}
