import { notConnected } from '../problems/connection-problems.js';
import type { Session } from '../sessions/session.js';
import { isSameRegistration, type LinkSettings } from '../settings/link-settings.js';
import type { Connection } from './connection.js';

/** Forgets a connection to a wiki, or under a client ID, that is no longer the one in the settings. */
export function dropForeignConnection(session: Session, settings: LinkSettings): void {
  const { connection } = session;
  if (!connection || isSameRegistration(connection.registration, settings)) return;
  session.connection = undefined;
  session.trialOutcomes.clear();
}

/** The session's connection. Throws the problem `notConnected`. */
export function requireConnection(session: Session): Connection {
  if (!session.connection) throw notConnected();
  return session.connection;
}
