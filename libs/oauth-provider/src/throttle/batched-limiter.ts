import { RateLimiterPostgres } from 'rate-limiter-flexible';
import { type DataSource } from 'typeorm';
import { Batches } from '../batches/batches.js';
import { limiterClient } from './limiter-client.js';

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

/**
 * rate-limiter-flexible's limiter, but the additions of one moment are one statement. Additions to one key must not come
 * twice in a moment.
 */
export class BatchedLimiter extends RateLimiterPostgres {
  private readonly additions = new Batches((all: readonly Addition[]) => this.addAll(all));
  private readonly dataSource: DataSource;
  private readonly table: string;

  constructor({ dataSource, tableName, ...settings }: Settings) {
    const own = { storeType: 'client', tableName, tableCreated: true, clearExpiredByTimeout: false } as const;
    super({ ...settings, ...own, storeClient: limiterClient(dataSource) });
    this.dataSource = dataSource;
    this.table = tableName;
  }

  /** The library's hook for every change of points. Nothing here sets points or blocks, which would be forced. */
  protected _upsert(key: string, points: number, milliseconds: number): Promise<Answer> {
    return this.additions.add({ key, points, expire: Date.now() + milliseconds });
  }

  private async addAll(all: readonly Addition[]): Promise<readonly Answer[]> {
    // In the order of their keys, so that nodes which count at once wait for each other in one direction.
    const ordered = JSON.stringify([...all].sort((a, b) => (a.key < b.key ? -1 : 1)));
    const rows = await this.dataSource.query<Count[]>(this.statement(), [ordered, Date.now()]);
    const byKey = new Map(rows.map((row) => [row.key, row]));
    return all.map(({ key }) => ({ rows: [byKey.get(key)].flatMap((row) => row ?? []) }));
  }

  private statement(): string {
    const isPostgres = this.dataSource.options.type === 'postgres';
    const [now, added] = isPostgres
      ? [
          '$2',
          `SELECT key, points, expire FROM json_to_recordset($1::json) AS n(key varchar, points integer, expire bigint)`,
        ]
      : ['?2', `SELECT value ->> 'key', value ->> 'points', value ->> 'expire' FROM json_each(?1) WHERE true`];
    const { table } = this;
    return `INSERT INTO ${table} (key, points, expire) ${added} ON CONFLICT (key) DO UPDATE SET
      points = CASE WHEN ${table}.expire <= ${now} THEN excluded.points ELSE ${table}.points + excluded.points END,
      expire = CASE WHEN ${table}.expire <= ${now} THEN excluded.expire ELSE ${table}.expire END
      RETURNING key, points, expire`;
  }
}
