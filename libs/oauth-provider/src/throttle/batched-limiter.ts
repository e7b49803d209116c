import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { type DataSource } from 'typeorm';
import { Batches } from '../batches/batches.js';
import { type LimiterClient, limiterClient } from './limiter-client.js';

/** Points that are added to one key, and when they expire, in milliseconds since 1970. */
interface Addition {
  readonly key: string;
  readonly points: number;
  readonly expire: number;
}

interface Count {
  readonly key: string;
  readonly points: number;
  readonly expire: number | string;
}

/** What the library does with the answer of a statement. */
interface Answer {
  readonly rows: readonly Count[];
}

/** The library's own settings, and where it counts. */
type Settings = Omit<ConstructorParameters<typeof RateLimiterPostgres>[0], 'storeClient' | 'tableCreated'> & {
  readonly tableName: string;
  readonly dataSource: DataSource;
};

/** rate-limiter-flexible's limiter, but the additions of one moment are one statement. */
export class BatchedLimiter extends RateLimiterPostgres {
  private readonly additions = new Batches((all: readonly Addition[]) => this.addAll(all));
  private readonly storage: LimiterClient;
  private readonly isPostgres: boolean;
  private readonly table: string;

  constructor({ dataSource, tableName, ...settings }: Settings) {
    const own = { storeType: 'client', tableName, tableCreated: true, clearExpiredByTimeout: false } as const;
    const storage = limiterClient(dataSource);
    super({ ...settings, ...own, storeClient: storage });
    this.storage = storage;
    this.isPostgres = dataSource.options.type === 'postgres';
    this.table = tableName;
  }

  /** The library's hook for every change of points. Nothing here sets points or blocks, which would be forced. */
  protected _upsert(key: string, points: number, milliseconds: number): Promise<Answer> {
    return this.additions.add({ key, points, expire: Date.now() + milliseconds });
  }

  private async addAll(all: readonly Addition[]): Promise<readonly Answer[]> {
    // One statement changes a row once: what comes twice for one key, an addition and what takes it back, goes one after the other.
    const [first, later] = [new Map<string, Addition>(), new Set<Addition>()];
    for (const one of all) {
      if (first.has(one.key)) later.add(one);
      else first.set(one.key, one);
    }
    const answers = await this.addOnce([...first.values()]);
    const rest = later.size === 0 ? [] : await this.addAll([...later]);
    let next = 0;
    return all.map((one) => (later.has(one) ? rest[next++] : answers.get(one.key)) ?? { rows: [] });
  }

  private async addOnce(additions: readonly Addition[]): Promise<ReadonlyMap<string, Answer>> {
    // In the order of their keys, so that nodes which count at once wait for each other in one direction.
    const ordered = JSON.stringify([...additions].sort((a, b) => (a.key < b.key ? -1 : 1)));
    const statement = { text: this.statement(), values: [ordered, Date.now()] };
    const { rows } = (await this.storage.query(statement)) as { readonly rows: readonly Count[] };
    return new Map(rows.map((row) => [row.key, { rows: [row] }]));
  }

  private statement(): string {
    const added = this.isPostgres
      ? 'SELECT key, points, expire FROM json_to_recordset($1::json) AS n(key varchar, points integer, expire bigint)'
      : "SELECT value ->> 'key', value ->> 'points', value ->> 'expire' FROM json_each($1) WHERE true";
    const { table } = this;
    return `INSERT INTO ${table} (key, points, expire) ${added} ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN ${table}.expire <= $2 THEN excluded.points ELSE ${table}.points + excluded.points END,
      expire = CASE WHEN ${table}.expire <= $2 THEN excluded.expire ELSE ${table}.expire END
      RETURNING key, points, expire`;
  }
}
