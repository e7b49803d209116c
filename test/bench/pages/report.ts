import { type Measured } from './measuring.js';
import { type Visit } from './visits.js';

/** What one kind of database was measured with. */
export interface Results {
  readonly database: string;
  readonly pages: readonly Measured[];
}

/** What the list of links may take, in milliseconds at the median. */
const mostOfList = 50;

/** A table to read. */
export function tableOf({ database, pages }: Results): string {
  const width = Math.max(...pages.map(({ page }) => page.length));
  const rows = pages.map(({ page, p50, p99, ratio, cpu, bytes }) =>
    [page.padEnd(width), p50.toFixed(1), p99.toFixed(1), ratio.toFixed(1), cpu.toFixed(1), (bytes / 1000).toFixed(0)]
      .map((cell, column) => (column === 0 ? cell : cell.padStart(8)))
      .join('  '),
  );
  const head = [
    database.padEnd(width),
    ...['p50 ms', 'p99 ms', 'ratio', 'CPU ms', 'kB'].map((cell) => cell.padStart(8)),
  ];
  return [head.join('  '), ...rows].join('\n');
}

/** What a page takes where the machine does nothing else: the time of its answer, or the CPU time that went into it if that is less. */
const serverTime = ({ p50, cpu }: Measured): number => (Number.isNaN(cpu) ? p50 : Math.min(p50, cpu));

/** The pages of the list that take too long. */
export function missedBy({ pages }: Results, visits: readonly Visit[]): readonly Measured[] {
  const ofList = new Set(visits.flatMap(({ name }) => (name.startsWith('Application links') ? [name] : [])));
  return pages.filter((one) => ofList.has(one.page) && serverTime(one) >= mostOfList);
}
