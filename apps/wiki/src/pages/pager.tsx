import { Anchor } from '../layout/anchor.js';

/** Where a list stands: its first entry's number from 0, its length a page, and whether more follows. */
export interface Pager {
  readonly start: number;
  readonly limit: number;
  readonly hasMore: boolean;
}

interface PagerLinksProps {
  readonly pager: Pager;
  /** The list's own path, without a query. */
  readonly path: string;
}

/** Leads to the newer and the older part of a list; nothing when the list fits a page. */
export function PagerLinks({ pager, path }: PagerLinksProps) {
  const { start, limit, hasMore } = pager;
  if (start === 0 && !hasMore) return null;
  const at = (first: number) => (first > 0 ? `${path}?start=${first.toString()}` : path);
  return (
    <nav class="w-actions w-spaced" aria-label="Parts of the list">
      {start > 0 && (
        <Anchor to={at(Math.max(0, start - limit))} class="w-button">
          Previous
        </Anchor>
      )}
      {hasMore && (
        <Anchor to={at(start + limit)} class="w-button">
          Next
        </Anchor>
      )}
    </nav>
  );
}

/** The `start` of a query string as a whole number from 0; 0 for anything else. */
export function startOf(asked: unknown): number {
  return typeof asked === 'string' && /^\d{1,9}$/.test(asked) ? Number(asked) : 0;
}
