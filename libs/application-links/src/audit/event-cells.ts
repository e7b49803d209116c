import { type Reader } from 'nestjs-drawbridge/oauth-provider';
import { type Cell } from '../csv/csv.js';
import { eventDetails } from '../events/event-details.js';
import { eventTitle } from '../events/event-words.js';
import { settingChanges } from '../events/setting-changes.js';
import { type NamedEvents } from './audit-trail.service.js';
import { eventJson } from './event-json.js';

/** The columns of the trail as CSV. Scripts rely on them, so they are the same in every language and in this order. */
export const EVENT_COLUMNS = [
  'id',
  'time_utc',
  'type',
  'event',
  'changes',
  'link_name',
  'client_id',
  'actor_name',
  'actor_id',
  'actor_client_id',
  'person_name',
  'person_id',
  'address',
  'details_json',
] as const;

/** Events as rows of CSV. `event` and `changes` are in the reader's words; everything else is for programs too. */
export function eventCells(named: NamedEvents, reader: Reader): readonly (readonly Cell[])[] {
  return named.events.map((event) => {
    const { id, at, type, details, ...json } = eventJson(event, named);
    const changes = settingChanges(details).map(({ setting, before, after }) => {
      const [from, to] = [before, after].map((phrases) => phrases.map((phrase) => phrase(reader)).join(', '));
      return `${setting(reader)}: ${from ?? ''} → ${to ?? ''}`;
    });
    const told = [...eventDetails(event).map((phrase) => phrase(reader)), ...changes].join('; ');
    const { linkName, clientId, actorName, actorId, actorClientId, userName, userId, address } = json;
    return [
      id,
      at,
      type,
      eventTitle(event)(reader),
      told,
      linkName,
      clientId,
      actorName,
      actorId,
      actorClientId,
      userName,
      userId,
      address,
      JSON.stringify(details),
    ];
  });
}
