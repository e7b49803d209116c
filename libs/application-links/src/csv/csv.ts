import { stringify } from 'csv-stringify/sync';

/** What a cell may hold. `null` is an empty cell. */
export type Cell = string | number | boolean | null;

/** The media type of CSV (RFC 4180) as it is written here. */
export const csvType = 'text/csv; charset=utf-8; header=present';

/** Spreadsheets take a file for UTF-8 when it begins with this. */
export const byteOrderMark = '\uFEFF';

/**
 * Rows as RFC 4180 has them. A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab or return at its
 * beginning) gets an apostrophe before it, because names and addresses are written by strangers.
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return stringify(rows as Cell[][], {
    record_delimiter: 'windows',
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'yes' : 'no') },
  });
}
