import { ExpandQuery } from './expand.query.js';
import { OneLine } from './text.decorators.js';

/** What is searched for. */
export class SearchQuery extends ExpandQuery {
  /** 1 to 2000 characters of Confluence's query language. */
  @OneLine(1, 2000)
  cql!: string;
}
