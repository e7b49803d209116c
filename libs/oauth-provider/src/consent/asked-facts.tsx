import { useProviderWords } from '../words/provider-words.js';
import { useReader } from '../words/reader-context.js';
import { type Destination } from './destination.js';

/** What a person can judge an application by. */
export interface AskedFactsProps {
  readonly destination: Destination;
  /** Who linked the application; `null` when they are gone. */
  readonly makerName: string | null;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

const Goal = ({ kind, name }: Destination) => {
  const { rich } = useProviderWords();
  const shown = (
    <strong>
      <bdi dir="ltr">{name}</bdi>
    </strong>
  );
  if (kind === 'app') return <>{rich('destination.app', { scheme: shown })}</>;
  return kind === 'here' ? <>{rich('destination.here', { host: shown })}</> : shown;
};

/** Where the person is sent afterwards, and who linked the application when. */
export const AskedFacts = ({ destination, makerName, madeAt }: AskedFactsProps) => {
  const { text, rich } = useProviderWords();
  const reader = useReader();
  const day = (
    <bdi>
      <time class="db-nowrap" dateTime={new Date(madeAt).toISOString()}>
        {reader.day(madeAt)}
      </time>
    </bdi>
  );
  return (
    <dl class="db-facts">
      <dt>{text('consent.goesTo')}</dt>
      <dd>
        <Goal {...destination} />
      </dd>
      <dt>{text('consent.linkedBy')}</dt>
      <dd>
        {makerName === null
          ? rich('consent.linkedBy.gone', { day })
          : rich('consent.linkedBy.person', { person: <bdi>{makerName}</bdi>, day })}
      </dd>
    </dl>
  );
};
