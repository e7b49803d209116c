import { choiceIn, type Slice, sliceIn, textIn } from '../rest/query-parameters.js';
import { LINK_STATUSES, type LinkStatusKind } from './link-status.js';

/** What links may be sorted by. */
export const LINK_ORDERS = ['name', 'lastUsed', 'created', 'people'] as const;

/** One of them. */
export type LinkOrder = (typeof LINK_ORDERS)[number];

/** What links are sorted by, and which way: with a hyphen before it, the highest first. Never used is before all use. */
export type LinkSort = LinkOrder | `-${LinkOrder}`;

/** All ways to sort links. */
export const LINK_SORTS: readonly LinkSort[] = LINK_ORDERS.flatMap((order): LinkSort[] => [order, `-${order}`]);

/** Which links to list. */
export interface LinkQuery extends Slice {
  /** Part of a name, of a redirect URL or of a client id, in any case; empty for all. */
  readonly query: string;
  /** Only those of which this is so. Default: all. */
  readonly status?: LinkStatusKind | null;
  /** Default: `name`. */
  readonly sort?: LinkSort;
}

/** What is asked for. @throws BadRequestException that names the parameter that is wrong */
export function linkQueryIn(given: unknown): Required<LinkQuery> {
  return {
    query: textIn(given, 'query'),
    status: choiceIn(given, 'status', LINK_STATUSES),
    sort: choiceIn(given, 'sort', LINK_SORTS) ?? 'name',
    ...sliceIn(given),
  };
}

const usual = linkQueryIn({});

/** The parameters of an address that asks the same. */
export function parametersOf(wanted: Required<LinkQuery>): Readonly<Record<string, string>> {
  const given = Object.entries(wanted).filter(([name, value]) => value !== usual[name as keyof LinkQuery]);
  return Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
}
