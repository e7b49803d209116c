import { type NamedEvents } from '../audit/audit-trail.service.js';
import { useWords } from '../words/link-words.js';
import { EventTable } from './event-table.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface EventsSectionProps {
  /** The newest events of the link. */
  readonly named: NamedEvents;
  readonly clientId: string;
  readonly addresses: LinkAddresses;
}

/** What happened to a link lately, and the way to all of it. */
export const EventsSection = ({ named, clientId, addresses }: EventsSectionProps) => {
  const { text } = useWords();
  return (
    <section class="db-card" aria-labelledby="db-events-title">
      <div class="db-card-head">
        <h2 id="db-events-title">{text('events.title')}</h2>
        <a class="db-button db-button-small" href={addresses.audit({ link: clientId })}>
          {text('events.all')}
        </a>
      </div>
      {named.events.length === 0 ? (
        <p class="db-empty">{text('events.none')}</p>
      ) : (
        <EventTable named={named} addresses={addresses} isOfOneLink />
      )}
    </section>
  );
};
