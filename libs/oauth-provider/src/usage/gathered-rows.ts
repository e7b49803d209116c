import { type Statement, statement, type Statements } from '../storage/statements.service.js';

/** How many rows one statement writes. */
const mostRows = 500;

/** One row: text in its key, numbers beside it. */
export type GatheredRow = Readonly<Record<string, string | number>>;

/** A table whose rows are written by many nodes at once. */
export interface Gathering {
  readonly table: string;
  /** The table whose `id` the first column of the key is: rows of what is gone are dropped. */
  readonly owners: 'drawbridge_client' | 'drawbridge_client_secret';
  readonly key: readonly string[];
  /** Columns of which what was gathered is added to what is stored. */
  readonly added?: readonly string[];
  /** Columns of which the greater stays. */
  readonly raised?: readonly string[];
  /** The last column of the key has at most so many values beside the rest of it; `other` stands for the others. */
  readonly bound?: { readonly most: number; readonly other: string };
}

/** Gathers rows in memory, one for each key, and writes them many at a time. */
export class GatheredRows<Row extends GatheredRow> {
  private readonly waiting = new Map<string, Row>();
  private readonly many: Statement;
  private readonly one: Statement;

  constructor(
    private readonly statements: Statements,
    private readonly gathering: Gathering,
  ) {
    this.many = upsert(gathering, 'SKIP LOCKED');
    this.one = upsert(gathering, '');
  }

  /** Adds what was counted to what waits under the same key. */
  add(row: Row): void {
    const key = this.gathering.key.map((column) => row[column]).join('\n');
    const before = this.waiting.get(key);
    this.waiting.set(key, before ? this.merged(before, row) : row);
  }

  /**
   * Writes what was gathered so far. What could not be written when this rejects is kept. Rows whose owner somebody else
   * holds, for instance to delete it, are written alone, with nothing else in hand that others could wait for.
   */
  async write(): Promise<void> {
    const rows = [...this.waiting.values()];
    this.waiting.clear();
    const parts = Array.from({ length: Math.ceil(rows.length / mostRows) }, (_, part) => ({
      what: this.many,
      rows: rows.slice(part * mostRows, (part + 1) * mostRows),
    }));
    try {
      for (let [part] = parts; part; [part] = parts) {
        const passedOver = await this.send(part.what, part.rows);
        parts.shift();
        if (part.what === this.many) for (const own of passedOver) parts.push({ what: this.one, rows: own });
      }
    } catch (error) {
      for (const row of parts.flatMap((part) => part.rows)) this.add(row);
      throw error;
    }
  }

  /** Answers the rows, owner by owner, that were not written. */
  private async send(what: Statement, rows: readonly Row[]): Promise<readonly Row[][]> {
    const byOwner = new Map<string, Row[]>();
    for (const row of rows) {
      const owner = String(row[this.gathering.key[0] ?? '']);
      byOwner.set(owner, [...(byOwner.get(owner) ?? []), row]);
    }
    const held = await this.statements.rows<{ id: string }>(what, [...byOwner.keys()], JSON.stringify(rows));
    for (const { id } of held) byOwner.delete(id);
    return [...byOwner.values()];
  }

  private merged(before: Row, row: Row): Row {
    const { added = [], raised = [] } = this.gathering;
    const numbers = [
      ...added.map((column) => [column, Number(before[column]) + Number(row[column])]),
      ...raised.map((column) => [column, Math.max(Number(before[column]), Number(row[column]))]),
    ];
    return { ...row, ...(Object.fromEntries(numbers) as Record<string, number>) };
  }
}

/** Rows in the order of their keys, so that no two nodes wait for each other in a circle. */
function upsert(gathering: Gathering, locking: string): Statement {
  const { table, owners, key, added = [], raised = [] } = gathering;
  const [owner = ''] = key;
  const numbers = [...added, ...raised];
  const columns = [...key, ...numbers].join(', ');
  const records = `json_to_recordset($2::json) AS given(${[
    ...key.map((column) => `${column} varchar`),
    ...numbers.map((column) => `${column} bigint`),
  ].join(', ')})`;
  const values = [...key, ...numbers].map((column) => `value ->> '${column}' AS ${column}`).join(', ');
  const insert = (greatest: string): string => `INSERT INTO ${table} AS stored (${columns})
    SELECT ${[...key, ...added.map((column) => `SUM(${column})`), ...raised.map((column) => `MAX(${column})`)].join(', ')}
    FROM (${boundTo(gathering)}) AS counted JOIN held ON held.id = counted.${owner}
    GROUP BY ${key.join(', ')} ORDER BY ${key.join(', ')}
    ON CONFLICT (${key.join(', ')}) DO UPDATE SET ${[
      ...added.map((column) => `${column} = stored.${column} + excluded.${column}`),
      ...raised.map((column) => `${column} = ${greatest}(stored.${column}, excluded.${column})`),
    ].join(', ')}`;
  return statement(
    `WITH given AS (SELECT ${columns} FROM ${records}),
      held AS (SELECT id FROM ${owners} WHERE id = ANY($1) FOR KEY SHARE ${locking}),
      written AS (${insert('GREATEST')})
      SELECT id FROM held`,
    `WITH given AS (SELECT ${values} FROM json_each(?2)),
      held AS (SELECT id FROM ${owners} WHERE id IN (SELECT value FROM json_each(?1)))
      ${insert('MAX')} RETURNING ${owner} AS id`,
  );
}

/** What was given, with the last column of its key bounded: what is stored already keeps its place. */
function boundTo({ table, key, added = [], bound }: Gathering): string {
  if (!bound) return 'SELECT * FROM given';
  const [rest, last = ''] = [key.slice(0, -1), key.at(-1)];
  const same = (one: string, other: string, columns: readonly string[]): string =>
    columns.map((column) => `${one}.${column} = ${other}.${column}`).join(' AND ');
  const place = `(SELECT COUNT(*) FROM ${table} beside WHERE ${same('beside', 'given', rest)})
    + ROW_NUMBER() OVER (PARTITION BY ${rest.map((column) => `given.${column}`).join(', ')}, known.${last} IS NULL
      ORDER BY given.${last})`;
  return `SELECT ${[...rest, ...added].map((column) => `given.${column}`).join(', ')},
      CASE WHEN known.${last} IS NOT NULL OR ${place} <= ${bound.most} THEN given.${last} ELSE '${bound.other}' END AS ${last}
    FROM given LEFT JOIN ${table} known ON ${same('known', 'given', key)}`;
}
