import { type MigrationInterface, type QueryRunner, TableColumn, TableIndex } from 'typeorm';
import { addressKeyOf } from '../events/address-range.js';

const table = 'drawbridge_event';
const rowsAtOnce = 2_000;

const indices: readonly (readonly [name: string, column: string])[] = [
  ['client', 'client_id'],
  ['type', 'type'],
  ['actor', 'actor_id'],
  ['user', 'user_id'],
  ['address', 'address_key'],
];

interface AddressRow {
  readonly id: number;
  readonly address: string | null;
}

/** The audit trail is read by time, and by time within each of what it can be filtered by. */
export class IndexEvents1764900000000 implements MigrationInterface {
  readonly name = 'IndexEvents1764900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.dropIndex(table, 'drawbridge_event_client');
    const key = new TableColumn({ name: 'address_key', type: 'varchar', length: '32', isNullable: true });
    await runner.addColumn(table, key);
    await fillKeys(runner);
    await runner.createIndex(table, new TableIndex({ name: 'drawbridge_event_time', columnNames: ['at', 'id'] }));
    for (const [name, column] of indices) {
      const columnNames = [column, 'at', 'id'];
      await runner.createIndex(table, new TableIndex({ name: `drawbridge_event_${name}`, columnNames }));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of indices) await runner.dropIndex(table, `drawbridge_event_${name}`);
    await runner.dropIndex(table, 'drawbridge_event_time');
    await runner.dropColumn(table, 'address_key');
    const old = new TableIndex({ name: 'drawbridge_event_client', columnNames: ['client_id', 'id'] });
    await runner.createIndex(table, old);
  }
}

/** Few addresses come often, so each is written once for all of its rows among some thousands. */
async function fillKeys({ manager }: QueryRunner): Promise<void> {
  for (let last = 0; ;) {
    const rows = await manager
      .createQueryBuilder()
      .select(['id', 'address'])
      .from(table, 'event')
      .where('id > :last', { last })
      .orderBy('id', 'ASC')
      .limit(rowsAtOnce)
      .getRawMany<AddressRow>();
    const end = rows.at(-1);
    if (!end) return;
    for (const address of new Set(rows.map((row) => row.address))) {
      const key = addressKeyOf(address);
      if (key === null) continue;
      await manager
        .createQueryBuilder()
        .update(table)
        .set({ address_key: key })
        .where('id > :last AND id <= :end AND address = :address', { last, end: end.id, address })
        .execute();
    }
    last = end.id;
  }
}
