import { type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { type NamedEvents } from './audit-trail.service.js';

/** An event for programs: ids, moments in UTC as ISO 8601 has them, and the details as they were recorded. */
export function eventJson(event: EventRecord, { links, names }: NamedEvents) {
  const { id, type, at, actorId, actorClientId, clientId, userId, address, details } = event;
  const nameOf = (person: string | null): string | null => (person === null ? null : (names.get(person) ?? null));
  return {
    id,
    type,
    at: new Date(at).toISOString(),
    actorId,
    actorName: nameOf(actorId),
    actorClientId,
    clientId,
    linkName: clientId === null ? null : (links.get(clientId)?.name ?? null),
    userId,
    userName: nameOf(userId),
    address,
    details,
  };
}
