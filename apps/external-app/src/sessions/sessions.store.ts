import { randomBytes } from 'node:crypto';
import { Session } from './session.js';

const idleMilliseconds = 8 * 60 * 60 * 1000;
const mostSessions = 1000;

interface Entry {
  readonly session: Session;
  lastSeen: number;
}

/** Sessions in memory, each under 256 random bits; gone after eight idle hours or a restart. */
export class SessionsStore {
  private readonly entries = new Map<string, Entry>();

  constructor(private readonly now: () => number) {}

  find(id: string | undefined): Session | undefined {
    const entry = id === undefined ? undefined : this.entries.get(id);
    if (!id || !entry) return undefined;
    this.entries.delete(id);
    if (this.now() - entry.lastSeen > idleMilliseconds) return undefined;
    this.entries.set(id, { session: entry.session, lastSeen: this.now() });
    return entry.session;
  }

  /** Files a session under a new id and returns that. The least recently seen one leaves when there are too many. */
  add(session: Session): string {
    const id = randomBytes(32).toString('base64url');
    this.entries.set(id, { session, lastSeen: this.now() });
    const [oldest] = this.entries.keys();
    if (oldest && this.entries.size > mostSessions) this.entries.delete(oldest);
    return id;
  }

  remove(id: string): void {
    this.entries.delete(id);
  }
}
