import { randomPKCECodeVerifier, randomState } from 'openid-client';
import { notSetUp, stateMismatch } from '../problems/connection-problems.js';
import type { Session } from '../sessions/session.js';
import { isSameRegistration } from '../settings/link-settings.js';
import type { SettingsStore } from '../settings/settings.store.js';
import { textAt } from '../wiki/json.js';
import { Connection } from './connection.js';
import { readTokens } from './tokens.js';
import type { WikiClients } from './wiki-clients.js';

/** The way from "Connect" to a connection: out to the wiki, and back with its answer (RFC 6749 §4.1). */
export class Authorization {
  constructor(
    private readonly settings: SettingsStore,
    private readonly clients: WikiClients,
    private readonly now: () => number,
  ) {}

  /** Remembers the request in the session and returns where to send the browser. */
  async begin(session: Session): Promise<string> {
    if (!this.settings.isComplete) throw notSetUp();
    const state = randomState();
    const codeVerifier = randomPKCECodeVerifier();
    const { wikiUrl, clientId } = this.settings.current;
    session.pending.add(state, { codeVerifier, registration: { wikiUrl, clientId } }, this.now());
    return this.clients.current().authorizationUrl(state, codeVerifier);
  }

  /** Turns the wiki's answer into the session's connection; a former one is given back. */
  async finish(session: Session, query: string): Promise<void> {
    const [state = '', ...more] = new URLSearchParams(query).getAll('state');
    const pending = more.length ? undefined : session.pending.take(state, this.now());
    if (!pending || !isSameRegistration(pending.registration, this.settings.current)) throw stateMismatch();
    const current = (): ReturnType<WikiClients['current']> => this.clients.current();
    const answer = await current().exchangeCode(query, state, pending.codeVerifier);
    const former = session.connection;
    const tokens = readTokens(answer, this.now());
    session.connection = new Connection(pending.registration, current, tokens, this.now);
    session.trialOutcomes.clear();
    await former?.giveBack().catch(() => undefined);
  }

  /** Asks the wiki who the person is; without a good answer the name stays unknown. */
  async introduce({ connection }: Session): Promise<void> {
    const answer = await connection?.call('GET', '/rest/api/user/current').catch(() => undefined);
    if (connection && answer?.isGood) {
      connection.person = textAt(answer.json, 'displayName') ?? textAt(answer.json, 'username');
    }
  }
}
