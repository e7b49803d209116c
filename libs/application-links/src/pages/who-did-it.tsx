import { type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { type NamedEvents } from '../audit/audit-trail.service.js';
import { useWords } from '../words/link-words.js';
import { EventPerson } from './event-person.js';

interface WhoDidItProps {
  readonly event: EventRecord;
  readonly named: NamedEvents;
  readonly only?: ((filter: { readonly person: string }) => string) | undefined;
}

const Application = ({ event, named }: WhoDidItProps) => {
  const { text, rich } = useWords();
  const { actorId, actorClientId, clientId } = event;
  const name = actorClientId !== clientId && actorClientId !== null ? named.links.get(actorClientId)?.name : undefined;
  if (actorId === null) return name === undefined ? <>{text('events.byApplication')}</> : <bdi>{name}</bdi>;
  return (
    <span class="db-subtle">
      {name === undefined
        ? text('events.throughApplication')
        : rich('events.through', { application: <bdi>{name}</bdi> })}
    </span>
  );
};

/** The person or application that did it; a stranger has an address at most, the wiki itself not even that. */
export const WhoDidIt = (props: WhoDidItProps) => {
  const { text } = useWords();
  const { event, named, only } = props;
  const { actorId, actorClientId, address } = event;
  if (actorId === null) {
    if (actorClientId !== null) return <Application {...props} />;
    return <span class="db-subtle">{address === null ? text('events.byWiki') : text('events.byStranger')}</span>;
  }
  const person = <EventPerson id={actorId} names={named.names} />;
  return (
    <span>
      {only ? (
        <a
          class="db-quiet-link"
          href={only({ person: actorId })}
          title={text('events.onlyOf', { person: named.names.get(actorId) ?? actorId })}
        >
          {person}
        </a>
      ) : (
        person
      )}
      {actorClientId !== null && (
        <>
          {' '}
          <Application {...props} />
        </>
      )}
    </span>
  );
};
