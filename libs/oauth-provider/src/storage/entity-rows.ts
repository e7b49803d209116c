import { type DataSource, type ObjectLiteral } from 'typeorm';

/** Makes entities of one table from rows as the driver gives them: what TypeORM's own reader does, without its cost. */
export class EntityRows<Entity extends ObjectLiteral> {
  private readonly columns;

  constructor(
    private readonly dataSource: DataSource,
    private readonly entity: new () => Entity,
  ) {
    const { columns } = dataSource.getMetadata(entity);
    this.columns = columns.map((column) => ({ column, property: column.propertyName, name: column.databaseName }));
  }

  /** The columns to select, for a table of this alias. */
  columnsOf(alias: string): string {
    return this.columns.map(({ name }) => `${alias}.${name}`).join(', ');
  }

  /** The entity that a row with these columns holds. */
  from(row: Readonly<Record<string, unknown>>): Entity {
    const entity = new this.entity();
    for (const { column, property, name } of this.columns)
      (entity as ObjectLiteral)[property] = this.dataSource.driver.prepareHydratedValue(row[name], column) as unknown;
    return entity;
  }
}
