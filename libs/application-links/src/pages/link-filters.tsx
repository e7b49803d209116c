import { LINK_SORTS, type LinkQuery, parametersOf } from '../links/link-query.js';
import { LINK_STATUSES } from '../links/link-status.js';
import { useWords } from '../words/link-words.js';
import { type LinkAddresses } from './link-addresses.service.js';

interface LinkFiltersProps {
  readonly wanted: Required<LinkQuery>;
  readonly idleDays: number;
  readonly addresses: LinkAddresses;
}

/** Finds links by their names and by what is so of them. Narrow screens sort here, wide ones by the heads of the columns. */
export const LinkFilters = ({ wanted, idleDays, addresses }: LinkFiltersProps) => {
  const { text } = useWords();
  const { query, status, sort } = wanted;
  const { limit } = parametersOf(wanted);
  return (
    <form class="db-search" role="search" method="get" action={addresses.list()}>
      <input
        class="db-input"
        type="search"
        name="query"
        value={query}
        aria-label={text('links.search.label')}
        placeholder={text('links.search.placeholder')}
        maxLength={200}
      />
      <select class="db-input" name="status" aria-label={text('links.status')}>
        <option value="">{text('links.filter.any')}</option>
        {LINK_STATUSES.map((kind) => (
          <option key={kind} value={kind} selected={kind === status}>
            {kind === 'idle' ? text('links.filter.idle', { days: idleDays }) : text(`links.filter.${kind}`)}
          </option>
        ))}
      </select>
      <select class="db-input db-narrow-only" name="sort" aria-label={text('links.sort')}>
        {LINK_SORTS.map((one) => (
          <option key={one} value={one} selected={one === sort}>
            {text(`links.sort.${one}`)}
          </option>
        ))}
      </select>
      {limit && <input type="hidden" name="limit" value={limit} />}
      <button class="db-button" type="submit">
        {text('links.search')}
      </button>
    </form>
  );
};
