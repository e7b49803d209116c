import pg from 'pg';

let sent = 0;
const inner = Reflect.get(pg.Client.prototype, 'query') as (...given: unknown[]) => unknown;

/**
 * Counts what this process sends to PostgreSQL, at the client that every contestant uses: the server's own count needs
 * an extension loaded when it starts, and without that it counts transactions, not statements.
 */
export function countStatements(): void {
  const counting = function (this: unknown, ...given: unknown[]): unknown {
    sent++;
    return inner.apply(this, given);
  };
  Reflect.set(pg.Client.prototype, 'query', counting);
}

/** How many so far. */
export const statementsSent = (): number => sent;
