import { Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { type Listing } from '../database/listing.js';

/** A list in Confluence's shape. */
export interface ListAnswer<T> {
  readonly results: readonly T[];
  readonly start: number;
  readonly limit: number;
  readonly size: number;
  readonly _links: Readonly<Record<string, string>>;
}

/** Writes the addresses in answers. */
@Injectable()
export class Links {
  constructor(private readonly baseUrl: BaseUrl) {}

  /** The whole address of a path. */
  at(path: string): string {
    return this.baseUrl.at(path);
  }

  /** The context path alone, as `_links.context`. */
  get context(): string {
    return this.baseUrl.pathOf('');
  }

  get base(): string {
    return this.baseUrl.get();
  }

  /** A part of a list, with the address of the next one where there is one. `query` is what else was asked. */
  list<T>(listing: Listing<T>, path: string, query: Readonly<Record<string, string | undefined>> = {}): ListAnswer<T> {
    const { results, start, limit, hasMore } = listing;
    const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const at = (from: number) =>
      `${path}?${new URLSearchParams([...asked, ['limit', limit.toString()], ['start', from.toString()]]).toString()}`;
    const _links: Record<string, string> = { self: this.at(path), base: this.base, context: this.context };
    if (hasMore) _links.next = at(start + limit);
    if (start > 0) _links.prev = at(Math.max(0, start - limit));
    return { results, start, limit, size: results.length, _links };
  }
}
