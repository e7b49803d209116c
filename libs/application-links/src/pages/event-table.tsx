import { type EventRecord, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type NamedEvents } from '../audit/audit-trail.service.js';
import { useWords } from '../words/link-words.js';
import { EventLink } from './event-link.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { WhatHappened } from './what-happened.js';
import { When } from './when.js';
import { WhoDidIt } from './who-did-it.js';

interface EventTableProps {
  readonly named: NamedEvents;
  readonly addresses: LinkAddresses;
  /** Where only the events of one person or one address are; nowhere to go when it is missing. */
  readonly only?: (filter: { readonly person?: string; readonly address?: string }) => string;
  /** Whether the events are all of one link, so that it need not be named. */
  readonly isOfOneLink: boolean;
}

const From = ({ event: { address }, only }: { event: EventRecord; only: EventTableProps['only'] }) => {
  const { text } = useWords();
  if (address === null) return null;
  if (!only) return <bdi dir="ltr">{address}</bdi>;
  return (
    <a class="db-quiet-link" href={only({ address })} title={text('events.onlyFrom', { address })}>
      <bdi dir="ltr">{address}</bdi>
    </a>
  );
};

/** Events with their moment, what happened, to which link, by whom and from where. */
export const EventTable = ({ named, addresses, only, isOfOneLink }: EventTableProps) => {
  const { text } = useWords();
  const reader = useReader();
  return (
    <table class="db-table db-table-events">
      <caption class="db-visually-hidden">{text('events.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('events.when')}</th>
          <th scope="col">{text('events.what')}</th>
          {!isOfOneLink && <th scope="col">{text('events.link')}</th>}
          <th scope="col">{text('events.who')}</th>
          <th scope="col">{text('events.from')}</th>
        </tr>
      </thead>
      <tbody>
        {named.events.map((event) => (
          <tr key={event.id}>
            <td data-label={text('events.when')}>
              <When at={event.at} />
            </td>
            <td data-label={text('events.what')}>
              <WhatHappened event={event} named={named} reader={reader} />
            </td>
            {!isOfOneLink && (
              <td data-label={text('events.link')}>
                <EventLink event={event} named={named} addresses={addresses} />
              </td>
            )}
            <td data-label={text('events.who')}>
              <WhoDidIt event={event} named={named} only={only} />
            </td>
            <td data-label={text('events.from')}>
              <From event={event} only={only} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
