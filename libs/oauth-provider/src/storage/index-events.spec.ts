import Libsql from 'libsql';
import { DataSource } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { IndexEvents1764900000000 } from './1764900000000-index-events.migration.js';
import { oauthProviderMigrations } from './migrations.js';

const before = oauthProviderMigrations.slice(0, oauthProviderMigrations.indexOf(IndexEvents1764900000000));
const addresses = ['203.0.113.7', '::ffff:203.0.113.8', null, 'unknown', '2001:db8::1'];
const keys = ['00000000000000000000ffffcb007107', '00000000000000000000ffffcb007108', null, null];

describe('the step that indexes events', () => {
  it('P25 gives every event that is there already the key of its address, and goes back', async () => {
    const source = new DataSource({
      type: 'better-sqlite3',
      driver: Libsql,
      database: ':memory:',
      migrations: before,
    });
    await source.initialize();
    await source.runMigrations();
    for (let index = 0; index < 4_003; index++) {
      const values = ['link.created', index, addresses[index % 5], '{}'];
      await source.query('INSERT INTO drawbridge_event (type, at, address, details) VALUES (?, ?, ?, ?)', values);
    }
    const runner = source.createQueryRunner();
    const step = new IndexEvents1764900000000();
    await step.up(runner);
    const rows = await source.query<{ address_key: string | null }[]>(
      'SELECT address_key FROM drawbridge_event ORDER BY id',
    );
    const expected = [...keys, '20010db8000000000000000000000001'];
    expect(rows.map((row) => row.address_key)).toEqual(rows.map((_, index) => expected[index % 5]));
    await step.down(runner);
    expect(await source.query('SELECT COUNT(*) AS count FROM drawbridge_event')).toEqual([{ count: 4_003 }]);
    await step.up(runner);
    await runner.release();
    await source.destroy();
  });
});
