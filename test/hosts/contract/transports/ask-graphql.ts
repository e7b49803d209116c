import { call } from '../../../support/bearer.js';

/** What GraphQL answers. */
export interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}

/** Asks in GraphQL; several queries make a batch, of which the first answer is given. */
export async function askGraphql(
  origin: string,
  token: string | null,
  query: string | readonly string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<GraphqlAnswer> {
  const json = typeof query === 'string' ? { query } : query.map((one) => ({ query: one }));
  const answer =
    token === null
      ? await fetch(`${origin}/graphql`, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json' },
          body: JSON.stringify(json),
        })
      : await call(origin, token, '/graphql', { method: 'POST', json, headers });
  const body = (await answer.json()) as GraphqlAnswer | readonly GraphqlAnswer[];
  return 'length' in body ? (body[0] ?? {}) : body;
}
