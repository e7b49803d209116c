import { type EventRecord, type Phrase, type Reader } from 'nestjs-drawbridge/oauth-provider';
import { type NamedEvents } from '../audit/audit-trail.service.js';
import { eventDetails } from '../events/event-details.js';
import { eventTitle } from '../events/event-words.js';
import { settingChanges } from '../events/setting-changes.js';
import { useWords } from '../words/link-words.js';
import { EventPerson } from './event-person.js';

interface WhatHappenedProps {
  readonly event: EventRecord;
  readonly named: NamedEvents;
  readonly reader: Reader;
}

/** The members of a setting, each apart from the others whatever its direction. */
const Members = ({ phrases, reader }: { phrases: readonly Phrase[]; reader: Reader }) => (
  <>
    {phrases.map((phrase, index) => (
      <span key={index}>
        {index > 0 && ', '}
        <bdi>{phrase(reader)}</bdi>
      </span>
    ))}
  </>
);

/** What an event is called, what more it tells, and each setting before and after. */
export const WhatHappened = ({ event, named, reader }: WhatHappenedProps) => {
  const { rich } = useWords();
  const changes = settingChanges(event.details);
  const details = eventDetails(event);
  const ofSomebodyElse = event.userId !== null && event.userId !== event.actorId;
  return (
    <div class="db-event">
      <span>{eventTitle(event)(reader)}</span>
      {(ofSomebodyElse || details.length + changes.length > 0) && (
        <ul class="db-plain-list db-subtle">
          {ofSomebodyElse && (
            <li>{rich('events.of', { person: <EventPerson id={event.userId} names={named.names} /> })}</li>
          )}
          {details.map((detail, index) => (
            <li key={index}>
              <bdi>{detail(reader)}</bdi>
            </li>
          ))}
          {changes.map(({ setting, before, after }, index) => (
            <li key={index} class="db-change">
              {rich('events.change', {
                setting: setting(reader),
                before: (
                  <del>
                    <Members phrases={before} reader={reader} />
                  </del>
                ),
                after: (
                  <ins>
                    <Members phrases={after} reader={reader} />
                  </ins>
                ),
              })}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
