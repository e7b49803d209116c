import { type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { type NamedEvents } from '../audit/audit-trail.service.js';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface EventLinkProps {
  readonly event: EventRecord;
  readonly named: NamedEvents;
  readonly addresses: LinkAddresses;
}

/** Events about every application at once. */
const aboutAll = /^(applications|secrets)\./;

/** The link that an event is about; one that was deleted leads to its events. */
export const EventLink = ({ event: { type, clientId }, named, addresses }: EventLinkProps) => {
  const { text } = useWords();
  if (clientId === null) return aboutAll.test(type) ? <span class="db-subtle">{text('events.allLinks')}</span> : null;
  const link = named.links.get(clientId);
  const href = link?.linkId ? addresses.link(link.linkId) : addresses.audit({ link: clientId });
  return (
    <span>
      <a class="db-quiet-link" href={href}>
        {link ? <bdi>{link.name}</bdi> : text('events.unknownLink')}
      </a>
      {link?.linkId === null && (
        <>
          {' '}
          <span class="db-badge">{text('events.deleted')}</span>
        </>
      )}
    </span>
  );
};
