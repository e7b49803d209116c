import { useProviderWords } from '../words/provider-words.js';
import { type ApplicationSearch, sortings } from './application-search.js';

interface SearchFormProps {
  readonly search: ApplicationSearch;
  readonly address: string;
  /** How many are found. */
  readonly count: number;
}

const titles = { used: 'authorized.lastUsed', name: 'authorized.application', since: 'authorized.since' } as const;

/** Looks for some of many applications. */
export const SearchForm = ({ search, address, count }: SearchFormProps) => {
  const { text } = useProviderWords();
  return (
    <form class="db-filters" method="get" action={address} role="search">
      <div class="db-field">
        <label class="db-label" for="db-authorized-query">
          {text('authorized.search')}
        </label>
        <input
          class="db-input"
          id="db-authorized-query"
          type="search"
          name="query"
          dir="auto"
          value={search.query}
          maxLength={100}
        />
      </div>
      <div class="db-field">
        <label class="db-label" for="db-authorized-sort">
          {text('authorized.sort')}
        </label>
        <select class="db-input" id="db-authorized-sort" name="sort">
          {sortings.map((sort) => (
            <option key={sort} value={sort} selected={sort === search.sort}>
              {text(titles[sort])}
            </option>
          ))}
        </select>
      </div>
      <div class="db-actions">
        <button class="db-button" type="submit">
          {text('authorized.show')}
        </button>
        <span class="db-subtle">{text('authorized.count', { count })}</span>
      </div>
    </form>
  );
};
