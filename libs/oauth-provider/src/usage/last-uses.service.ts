import { Inject, Injectable } from '@nestjs/common';
import { type Statement, statement, Statements } from '../storage/statements.service.js';

/** What has a time of its last use. */
type UsedTable = 'grant' | 'client' | 'secret';

/** How many rows one statement writes. */
const mostRows = 500;

/**
 * Many rows at once, of which those are passed over that somebody else holds: who waits for one row with others in hand may
 * wait in a circle, for instance with the deletion of a link. Answers the rows that were there to be written. SQLite locks no
 * rows, and given the ids as well it would read all uses anew for each.
 */
const many = (table: string): Statement =>
  statement(
    `WITH used AS (SELECT id, at FROM json_to_recordset($2::json) AS u(id varchar, at bigint)),
      held AS (SELECT t.id, t.last_used_at, used.at FROM ${table} t JOIN used ON used.id = t.id
        WHERE t.id = ANY($1) FOR UPDATE OF t SKIP LOCKED),
      written AS (UPDATE ${table} t SET last_used_at = held.at FROM held
        WHERE t.id = held.id AND (held.last_used_at IS NULL OR held.last_used_at < held.at))
      SELECT id FROM held`,
    `UPDATE ${table} SET last_used_at = used.at
      FROM (SELECT value ->> 'id' AS id, value ->> 'at' AS at FROM json_each(?2)) AS used
      WHERE ${table}.id = used.id AND (last_used_at IS NULL OR last_used_at < used.at) RETURNING id`,
  );

const one = (table: string): Statement =>
  statement(
    `UPDATE ${table} SET last_used_at = $2 WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2)`,
    `UPDATE ${table} SET last_used_at = ?2 WHERE id = ?1 AND (last_used_at IS NULL OR last_used_at < ?2) RETURNING id`,
  );

const statements = {
  grant: { many: many('drawbridge_grant'), one: one('drawbridge_grant') },
  client: { many: many('drawbridge_client'), one: one('drawbridge_client') },
  secret: { many: many('drawbridge_client_secret'), one: one('drawbridge_client_secret') },
} as const satisfies Record<UsedTable, unknown>;

/** Keeps in memory when grants, clients and client secrets were last used, and writes it many at a time. */
@Injectable()
export class LastUses {
  private readonly noted = {
    grant: new Map<string, number>(),
    client: new Map<string, number>(),
    secret: new Map<string, number>(),
  };

  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** Notes one use, in milliseconds since 1970. */
  note(table: UsedTable, id: string, at: number): void {
    this.noted[table].set(id, at);
  }

  /** Writes what was noted so far. What could not be written when this rejects is kept. */
  async write(): Promise<void> {
    for (const table of ['grant', 'client', 'secret'] as const) {
      const uses = [...this.noted[table]].map(([id, at]) => ({ id, at }));
      for (let start = 0; start < uses.length; start += mostRows)
        await this.writeSome(table, uses.slice(start, start + mostRows));
    }
  }

  private async writeSome(table: UsedTable, uses: readonly { readonly id: string; readonly at: number }[]) {
    const ids = uses.map(({ id }) => id);
    const rows = await this.statements.rows<{ id: string }>(statements[table].many, ids, JSON.stringify(uses));
    const written = new Set(rows.map(({ id }) => id));
    for (const { id, at } of uses) {
      if (!written.has(id)) await this.statements.rows(statements[table].one, id, at);
      if (this.noted[table].get(id) === at) this.noted[table].delete(id);
    }
  }
}
