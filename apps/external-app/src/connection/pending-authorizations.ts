import type { Registration } from '../settings/link-settings.js';

const longestMilliseconds = 15 * 60 * 1000;
const mostAtOnce = 8;

/** A request for access that was sent to the wiki and not answered yet. */
export interface PendingAuthorization {
  readonly codeVerifier: string;
  readonly registration: Registration;
}

/** The open requests of one browser by their `state`; several, since a person may have several tabs. */
export class PendingAuthorizations {
  private readonly entries = new Map<string, PendingAuthorization & { readonly since: number }>();

  add(state: string, pending: PendingAuthorization, now: number): void {
    this.entries.set(state, { ...pending, since: now });
    const [oldest] = this.entries.keys();
    if (oldest && this.entries.size > mostAtOnce) this.entries.delete(oldest);
  }

  /** Takes a request out: each is answered once, within fifteen minutes. */
  take(state: string, now: number): PendingAuthorization | undefined {
    const entry = this.entries.get(state);
    this.entries.delete(state);
    return entry && now - entry.since <= longestMilliseconds ? entry : undefined;
  }
}
