import { type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { instant } from './link-json.js';

/** An event as the JSON says it. `names` holds the people who are known, by their ids. */
export function eventJson(event: EventRecord, names: ReadonlyMap<string, string>) {
  const { id, type, at, actorId, actorClientId, clientId, userId, address, details } = event;
  const nameOf = (person: string | null): string | null => (person === null ? null : (names.get(person) ?? null));
  return {
    id,
    type,
    at: instant(at),
    actorId,
    actorName: nameOf(actorId),
    actorClientId,
    clientId,
    userId,
    userName: nameOf(userId),
    address,
    details,
  };
}
