import { type Scope } from '../ladder/scope.js';

/** One route with what opens it to applications. */
export interface MappedRoute {
  /** `GET`, `POST`, … or `ALL`; `QUERY`, `MUTATION`, `SUBSCRIPTION` or `FIELD`; `CONNECT` or `MESSAGE`. */
  readonly method: string;
  /** The path that clients call: as declared, with the global prefix and the version. Or `Query.field`, or gateway and message. */
  readonly path: string;
  /** `Controller.method`. */
  readonly handler: string;
  /** The scope that opens it; `null`: closed to applications. */
  readonly scope: Scope | null;
  /** Where that was said: `decorator`, `rule ` with its path, `guards itself`, or `no rule` when it was not said. */
  readonly source: string;
}
