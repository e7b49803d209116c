import { type DataSource } from 'typeorm';

/** One reading statement in both dialects. It takes one value at most. */
export interface Reading {
  readonly postgres: string;
  readonly sqlite: string;
}

/** Reads rows as the driver gives them, without making entities of them. Never from a replica, which may lag behind. */
export async function readRows<Row>(
  dataSource: DataSource,
  reading: Reading,
  ...values: readonly unknown[]
): Promise<readonly Row[]> {
  const text = dataSource.options.type === 'postgres' ? reading.postgres : reading.sqlite;
  return dataSource.query<Row[]>(text, [...values]);
}

/** A statement that both dialects spell alike but for the placeholder of its value, `?`. */
export const alike = (text: string): Reading => ({ sqlite: text, postgres: text.replace('?', '$1') });
