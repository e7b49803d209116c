import { type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { eventWords } from '../events/event-words.js';
import { settingChanges } from '../events/setting-changes.js';
import { type Names, PersonName } from './person-name.js';
import { When } from './when.js';

interface EventsSectionProps {
  readonly events: readonly EventRecord[];
  readonly names: Names;
  /** Where older events are; `null` when there are none. */
  readonly older: string | null;
  /** Where the newest events are; `null` when they are shown. */
  readonly newest: string | null;
}

const What = ({ event, names }: { event: EventRecord; names: Names }) => {
  const changes = settingChanges(event.details);
  return (
    <div>
      <span>{eventWords(event.type)}</span>
      {event.userId !== null && event.userId !== event.actorId && (
        <span class="db-subtle">
          {' '}
          (of <PersonName id={event.userId} names={names} />)
        </span>
      )}
      {'rememberedSince' in event.details && <span class="db-subtle"> (an earlier yes was remembered)</span>}
      {changes.length > 0 && (
        <ul class="db-plain-list db-subtle">
          {changes.map(({ setting, before, after }) => (
            <li key={setting}>
              {setting}: {before} → {after}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

const Who = ({ event: { actorId, actorClientId, clientId }, names }: { event: EventRecord; names: Names }) => {
  const application = actorClientId === clientId ? 'the application' : 'another application';
  if (actorId === null) return <span>{actorClientId === null ? 'unknown' : application}</span>;
  return (
    <span>
      <PersonName id={actorId} names={names} />
      {actorClientId !== null && <span class="db-subtle"> (through {application})</span>}
    </span>
  );
};

/** What happened, newest first. */
export const EventsSection = ({ events, names, older, newest }: EventsSectionProps) => (
  <section class="db-card" aria-labelledby="db-events-title">
    <h2 id="db-events-title">Events</h2>
    {events.length === 0 ? (
      <p class="db-empty">Nothing more happened.</p>
    ) : (
      <table class="db-table">
        <caption class="db-visually-hidden">Events, newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">From</th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.id}>
              <td data-label="When">
                <When at={event.at} />
              </td>
              <td data-label="What">
                <What event={event} names={names} />
              </td>
              <td data-label="Who">
                <Who event={event} names={names} />
              </td>
              <td data-label="From">{event.address ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
    {(older ?? newest) && (
      <nav class="db-pager" aria-label="Pages of the events">
        <span class="db-actions">
          {newest && (
            <a class="db-button db-button-small" href={newest}>
              Newest
            </a>
          )}
          {older && (
            <a class="db-button db-button-small" href={older}>
              Older
            </a>
          )}
        </span>
      </nav>
    )}
  </section>
);
