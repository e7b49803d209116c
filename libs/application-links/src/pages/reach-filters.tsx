import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { OPENINGS, type ReachQuery } from '../reach/reach-query.js';
import { openingWords, SOURCE_WORDS } from '../reach/reach-words.js';
import { ROUTE_KINDS } from '../reach/route-kind.js';
import { ROUTE_SOURCES } from '../reach/route-source.js';
import { useWords } from '../words/link-words.js';
import { type Choice, Choices, Labelled } from './filter-fields.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface ReachFiltersProps {
  readonly query: ReachQuery;
  readonly applications: readonly Choice[];
  readonly people: readonly Choice[];
  readonly addresses: LinkAddresses;
}

function anybody({ clientId }: ReachQuery, people: readonly Choice[]) {
  if (people.length > 0) return 'reach.person.any';
  return clientId === '' ? 'reach.person.chooseFirst' : 'reach.person.nobody';
}

/** Asks for an application, a person and some of the routes. */
export const ReachFilters = ({ query, applications, people, addresses }: ReachFiltersProps) => {
  const { text } = useWords();
  const reader = useReader();
  const choice = (name: 'clientId' | 'userId' | 'scope' | 'kind' | 'source' | 'callable') => ({
    id: `reach-${name}`,
    name,
    chosen: query[name],
  });
  return (
    <form class="db-filters" role="search" aria-label={text('reach.filters')} method="get" action={addresses.reach()}>
      <Choices
        {...choice('clientId')}
        label={text('reach.application')}
        any={text('reach.application.any')}
        choices={applications}
      />
      <Choices {...choice('userId')} label={text('reach.person')} any={text(anybody(query, people))} choices={people} />
      <Choices
        {...choice('callable')}
        label={text('reach.answer')}
        any={text('reach.answer.any')}
        choices={[
          ['yes', text('reach.answer.yes')],
          ['no', text('reach.answer.no')],
        ]}
      />
      <Choices
        {...choice('scope')}
        label={text('reach.needs')}
        any={text('reach.needs.any')}
        choices={OPENINGS.map((opening) => [opening, openingWords(opening)(reader)])}
      />
      <Choices
        {...choice('source')}
        label={text('reach.source')}
        any={text('reach.source.any')}
        choices={ROUTE_SOURCES.map((source) => [source, SOURCE_WORDS[source](reader)])}
      />
      <Choices
        {...choice('kind')}
        label={text('reach.kind')}
        any={text('reach.kind.any')}
        choices={ROUTE_KINDS.map((kind) => [kind, text(`kind.${kind}`)])}
      />
      <Labelled id="reach-query" label={text('reach.query')}>
        <input
          class="db-input"
          type="search"
          id="reach-query"
          name="query"
          value={query.query}
          maxLength={200}
          dir="ltr"
        />
      </Labelled>
      <div class="db-actions">
        <button class="db-button db-button-primary" type="submit">
          {text('reach.show')}
        </button>
        <a class="db-button db-button-subtle" href={addresses.reach()}>
          {text('reach.clear')}
        </a>
      </div>
    </form>
  );
};
