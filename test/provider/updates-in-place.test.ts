import { Grant, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LastUses } from '../../libs/oauth-provider/src/usage/last-uses.service.js';
import { type FreshDatabase, postgres } from '../support/databases.js';
import { SmallHost } from './small-host.js';

let fresh: FreshDatabase;
beforeEach(async () => (fresh = await postgres.fresh()));
afterEach(() => fresh.drop());

const changing = ['drawbridge_client', 'drawbridge_family', 'drawbridge_grant'];

/** What PostgreSQL says of the tables whose rows change with nearly every use. */
async function tables() {
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  try {
    const { rows } = await client.query<{ name: string; changed: number; moved: number; options: string[] | null }>(
      `SELECT c.relname AS name, n_tup_upd::int AS changed, (n_tup_upd - n_tup_hot_upd)::int AS moved, reloptions AS options
        FROM pg_stat_user_tables t JOIN pg_class c ON c.oid = t.relid WHERE c.relname = ANY($1) ORDER BY c.relname`,
      [changing],
    );
    return rows;
  } finally {
    await client.end();
  }
}

const people = 40;
const turns = 3;

/** An application that people let in, and that then refreshes and calls for each of them, in turns. */
async function live(host: SmallHost): Promise<void> {
  const app = await host.register();
  for (let index = 0; index < people; index++) {
    const userId = `person ${index.toString()}`;
    host.person(userId, {});
    let { refresh_token } = await host.exchange(app, await host.code(app, ['READ'], null, userId));
    for (let turn = 0; turn < turns; turn++) ({ refresh_token } = await host.refresh(app, refresh_token));
  }
  const grants = await host.get(DataSource).manager.find(Grant);
  for (let turn = 0; turn < turns; turn++)
    for (const { id } of grants) {
      const at = host.clock.advance(1000);
      host.get(LastUses).note('grant', id, at);
      host.get(LastUses).note('client', app.client.id, at);
      await host.get(UsageRecorder).write();
    }
}

it('changes rows in their pages, so that no index hears of a use, and has dead grants removed early', async () => {
  const host = await SmallHost.start({ personChangesAreTold: true }, { database: fresh });
  // What a connection has counted is told once it has ended.
  await live(host).finally(() => host.close());
  const there = await tables();
  expect(there.map(({ name, changed, moved }) => ({ name, changed: changed >= people * turns, moved }))).toEqual(
    changing.map((name) => ({ name, changed: true, moved: 0 })),
  );
  const { options } = there.find(({ name }) => name === 'drawbridge_grant') ?? {};
  expect(options).toEqual(
    expect.arrayContaining(['autovacuum_vacuum_scale_factor=0', 'autovacuum_vacuum_threshold=1000']),
  );
});
