/** The part of a list that is wanted: `start` counts from 0, `limit` is 1 to 200. */
export interface Slice {
  readonly start: number;
  readonly limit: number;
}

/** One part of a list, in order. */
export interface Listing<T> extends Slice {
  readonly results: readonly T[];
  /** Whether there is more after this part. */
  readonly hasMore: boolean;
}

/** Turns `limit + 1` rows, as a query fetched them, into a listing of at most `limit`. */
export const listingOf = <T>(rows: readonly T[], slice: Slice): Listing<T> => ({
  results: rows.slice(0, slice.limit),
  start: slice.start,
  limit: slice.limit,
  hasMore: rows.length > slice.limit,
});

/** The same list with every entry turned into something else. */
export const mapListing = <T, U>(listing: Listing<T>, turn: (entry: T) => U): Listing<U> => ({
  ...listing,
  results: listing.results.map(turn),
});
