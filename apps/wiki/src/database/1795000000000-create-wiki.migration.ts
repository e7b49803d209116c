import {
  type MigrationInterface,
  type QueryRunner,
  Table,
  type TableColumnOptions,
  type TableIndexOptions,
} from 'typeorm';

type Column = Omit<TableColumnOptions, 'name' | 'type'>;

const text = (name: string, length: number, more: Column = {}): TableColumnOptions => ({
  name,
  type: 'varchar',
  length: length.toString(),
  ...more,
});
const of =
  (type: string) =>
  (name: string, more: Column = {}) => ({ name, type, ...more });
const [long, whole, instant] = [of('text'), of('integer'), of('bigint')];
const serial = (name: string) =>
  whole(name, { isPrimary: true, isGenerated: true, generationStrategy: 'increment' as const });
const index = (name: string, columnNames: string[], isUnique = false): TableIndexOptions => ({
  name,
  columnNames,
  isUnique,
});
const belongsTo = (columnName: string, table: string, column = 'id') => ({
  columnNames: [columnName],
  referencedTableName: table,
  referencedColumnNames: [column],
  onDelete: 'CASCADE',
});
const [key, optional] = [{ isPrimary: true }, { isNullable: true }];

const tables = [
  new Table({
    name: 'wiki_person',
    columns: [
      text('id', 32, key),
      text('username', 64),
      text('display_name', 255),
      text('email', 255, optional),
      text('password_hash', 255),
      { name: 'active', type: 'boolean' },
      instant('created_at'),
    ],
    indices: [index('wiki_person_username', ['username'], true)],
  }),
  new Table({ name: 'wiki_group', columns: [text('name', 255, key)] }),
  new Table({
    name: 'wiki_group_membership',
    columns: [text('person_id', 32, key), text('group_name', 255, key)],
    indices: [index('wiki_group_membership_group', ['group_name'])],
    foreignKeys: [belongsTo('person_id', 'wiki_person'), belongsTo('group_name', 'wiki_group', 'name')],
  }),
  new Table({
    name: 'wiki_session',
    columns: [
      text('id', 64, key),
      text('person_id', 32),
      instant('created_at'),
      instant('last_seen_at'),
      instant('expires_at'),
      text('csrf_secret', 64),
    ],
    indices: [index('wiki_session_person', ['person_id']), index('wiki_session_expires', ['expires_at'])],
    foreignKeys: [belongsTo('person_id', 'wiki_person')],
  }),
  new Table({
    name: 'wiki_space',
    columns: [
      serial('id'),
      text('key', 64),
      text('name', 200),
      long('description'),
      instant('created_at'),
      text('created_by', 32),
    ],
    indices: [index('wiki_space_key', ['key'], true)],
  }),
  new Table({
    name: 'wiki_content',
    columns: [
      serial('id'),
      text('type', 16),
      whole('space_id'),
      whole('container_id', optional),
      whole('parent_id', optional),
      text('title', 255),
      text('title_key', 512, optional),
      text('status', 16),
      whole('version'),
      text('created_by', 32),
      instant('created_at'),
      instant('updated_at'),
    ],
    indices: [
      index('wiki_content_title', ['space_id', 'title_key'], true),
      index('wiki_content_container', ['container_id']),
      index('wiki_content_parent', ['parent_id']),
      index('wiki_content_updated', ['updated_at']),
    ],
    foreignKeys: [belongsTo('space_id', 'wiki_space')],
  }),
  new Table({
    name: 'wiki_content_version',
    columns: [
      whole('content_id', key),
      whole('number', key),
      text('title', 255),
      long('body'),
      long('text'),
      text('author_id', 32),
      instant('created_at'),
      text('message', 255),
    ],
    foreignKeys: [belongsTo('content_id', 'wiki_content')],
  }),
  new Table({
    name: 'wiki_content_label',
    columns: [serial('id'), whole('content_id'), text('name', 255)],
    indices: [index('wiki_content_label_name', ['content_id', 'name'], true)],
    foreignKeys: [belongsTo('content_id', 'wiki_content')],
  }),
  new Table({
    name: 'wiki_audit_record',
    columns: [
      serial('id'),
      instant('at'),
      text('actor_id', 255, optional),
      text('summary', 255),
      text('category', 64),
      text('affected', 512),
      text('address', 64, optional),
    ],
    indices: [index('wiki_audit_record_at', ['at'])],
  }),
  new Table({
    name: 'wiki_backup_job',
    columns: [
      serial('id'),
      text('state', 16),
      text('file_name', 255),
      instant('size', optional),
      text('requested_by', 32),
      instant('created_at'),
      instant('finished_at', optional),
      text('error', 255, optional),
    ],
  }),
];

/** Makes every table of the wiki. */
export class CreateWiki1795000000000 implements MigrationInterface {
  readonly name = 'CreateWiki1795000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables) await runner.createTable(table.clone());
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables.toReversed()) await runner.dropTable(table.clone());
  }
}
