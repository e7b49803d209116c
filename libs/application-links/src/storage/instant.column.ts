import { Column, type ColumnOptions } from 'typeorm';

/** Drivers answer 64-bit integers as text; every instant of ours is exact as a number. */
const instantTransformer = {
  to: (value: unknown): unknown => value,
  from: (value: string | number): number => Number(value),
};

/** A column that holds an instant in milliseconds since 1970. */
export const InstantColumn = (options: ColumnOptions) =>
  Column({ ...options, type: 'bigint', transformer: instantTransformer });
