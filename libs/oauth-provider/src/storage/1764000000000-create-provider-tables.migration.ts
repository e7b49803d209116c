import { type MigrationInterface, type QueryRunner, Table, type TableColumnOptions, TableIndex } from 'typeorm';

const text = (name: string, length: number): TableColumnOptions => ({ name, type: 'varchar', length: String(length) });
const key = (name: string, length: number): TableColumnOptions => ({ ...text(name, length), isPrimary: true });
const plain = (name: string, type: string): TableColumnOptions => ({ name, type });
const instant = (name: string): TableColumnOptions => plain(name, 'bigint');
const maybe = (column: TableColumnOptions): TableColumnOptions => ({ ...column, isNullable: true });

const tables = (): readonly Table[] => [
  new Table({
    name: 'drawbridge_client',
    columns: [
      key('id', 32),
      text('name', 255),
      text('type', 16),
      text('scopes', 64),
      plain('redirect_uris', 'text'),
      plain('enabled', 'boolean'),
      plain('pkce_required', 'boolean'),
      plain('plain_pkce_allowed', 'boolean'),
      plain('may_introspect_all', 'boolean'),
      maybe(plain('access_token_seconds', 'integer')),
      maybe(plain('refresh_token_seconds', 'integer')),
      maybe(plain('family_seconds', 'integer')),
      plain('remember_consent', 'boolean'),
      maybe(text('created_by', 255)),
      instant('created_at'),
      instant('updated_at'),
      maybe(instant('last_used_at')),
    ],
  }),
  new Table({
    name: 'drawbridge_client_secret',
    columns: [
      key('id', 32),
      text('client_id', 32),
      text('digest', 43),
      text('sealed', 255),
      instant('created_at'),
      maybe(instant('expires_at')),
      maybe(instant('last_used_at')),
    ],
    indices: [new TableIndex({ name: 'drawbridge_client_secret_client', columnNames: ['client_id'] })],
  }),
  new Table({
    name: 'drawbridge_grant',
    columns: [
      key('id', 32),
      text('client_id', 32),
      text('user_id', 255),
      text('scopes', 64),
      instant('created_at'),
      instant('updated_at'),
      maybe(instant('last_used_at')),
    ],
    indices: [
      new TableIndex({
        name: 'drawbridge_grant_client_user',
        columnNames: ['client_id', 'user_id'],
        isUnique: true,
      }),
      new TableIndex({ name: 'drawbridge_grant_user', columnNames: ['user_id'] }),
    ],
  }),
  new Table({
    name: 'drawbridge_family',
    columns: [
      key('id', 22),
      text('client_id', 32),
      text('grant_id', 32),
      text('user_id', 255),
      text('scopes', 64),
      text('access_scopes', 64),
      text('redirect_uri', 2000),
      maybe(text('code_challenge', 43)),
      instant('code_expires_at'),
      plain('generation', 'integer'),
      text('redeemable_digest', 43),
      maybe(text('access_digest', 43)),
      maybe(instant('access_expires_at')),
      maybe(instant('refresh_expires_at')),
      maybe(instant('previous_access_until')),
      maybe(plain('replay_answer', 'text')),
      maybe(instant('replay_until')),
      instant('created_at'),
      maybe(instant('ended_at')),
      maybe(text('ended_because', 32)),
    ],
    indices: [new TableIndex({ name: 'drawbridge_family_grant', columnNames: ['grant_id'] })],
  }),
  new Table({
    name: 'drawbridge_event',
    columns: [
      { ...plain('id', 'integer'), isPrimary: true, isGenerated: true, generationStrategy: 'increment' },
      text('type', 64),
      instant('at'),
      maybe(text('actor_id', 255)),
      maybe(text('actor_client_id', 32)),
      maybe(text('client_id', 32)),
      maybe(text('user_id', 255)),
      maybe(text('address', 64)),
      plain('details', 'text'),
    ],
    indices: [new TableIndex({ name: 'drawbridge_event_client', columnNames: ['client_id', 'id'] })],
  }),
  new Table({
    name: 'drawbridge_usage',
    columns: [key('client_id', 32), key('day', 10), plain('requests', 'integer'), plain('refusals', 'integer')],
  }),
  new Table({ name: 'drawbridge_used_ticket', columns: [key('digest', 43), instant('expires_at')] }),
];

/** The provider's tables as of 0.1. */
export class CreateProviderTables1764000000000 implements MigrationInterface {
  readonly name = 'CreateProviderTables1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...tables()].reverse()) await runner.dropTable(table);
  }
}
