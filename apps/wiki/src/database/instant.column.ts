import { type ColumnOptions } from 'typeorm';

const asNumber = {
  to: (value: number | null | undefined) => value,
  from: (value: string | number | null) => (value === null ? null : Number(value)),
};

/** A column of epoch milliseconds: `bigint` on every database, a number in code. */
export const instant = (name: string, options: Pick<ColumnOptions, 'nullable'> = {}): ColumnOptions => ({
  type: 'bigint',
  name,
  transformer: asNumber,
  ...options,
});
