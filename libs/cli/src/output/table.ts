import stringWidth from 'string-width';
import { printable } from './printable.js';

/** Lines of columns, as wide as they have to be in a terminal, where some characters take two places and some none. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const lines = [head, ...rows].map((line) => line.map(printable));
  const widths = head.map((_title, column) => lines.reduce((most, line) => Math.max(most, widthOf(line[column])), 0));
  const padded = (cell: string, column: number): string => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell));
  return lines.map((line) => line.map(padded).join('  ').trimEnd());
}

const widthOf = (cell = ''): number => stringWidth(cell);
