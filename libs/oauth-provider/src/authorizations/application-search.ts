import { type Reader } from '../words/reader.js';
import { type AuthorizedApplication } from './authorized-application.js';

/** The orders that a person may see their applications in. */
export const sortings = ['used', 'name', 'since'] as const;

/** Which of their applications a person looks for, and in which order. */
export interface ApplicationSearch {
  /** A part of the name; empty for all. */
  readonly query: string;
  readonly sort: (typeof sortings)[number];
}

const longestQuery = 100;

/** The search in a query string; what cannot be read counts as not given. */
export function searchOf(query: string): ApplicationSearch {
  const pairs = new URLSearchParams(query);
  return {
    query: (pairs.get('query') ?? '').trim().slice(0, longestQuery),
    sort: sortings.find((sort) => sort === pairs.get('sort')) ?? 'used',
  };
}

/** The same as a query string with a leading `?`; empty where nothing is looked for. */
export function queryOf({ query, sort }: ApplicationSearch): string {
  const pairs = new URLSearchParams();
  if (query !== '') pairs.set('query', query);
  if (sort !== 'used') pairs.set('sort', sort);
  return pairs.size > 0 ? `?${pairs.toString()}` : '';
}

/** What is found, in the order of the search: by name, or the latest first. */
export function found(
  applications: readonly AuthorizedApplication[],
  { query, sort }: ApplicationSearch,
  reader: Reader,
): readonly AuthorizedApplication[] {
  const wanted = query.toLowerCase();
  const matching = applications.filter(({ name }) => name.toLowerCase().includes(wanted));
  return matching.sort((one, other) => {
    if (sort === 'name') return reader.compare(one.name, other.name);
    if (sort === 'used' && one.lastUsedAt !== other.lastUsedAt) return (other.lastUsedAt ?? 0) - (one.lastUsedAt ?? 0);
    return other.since - one.since;
  });
}
