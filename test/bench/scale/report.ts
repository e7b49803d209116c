import { type CleaningUnderLoad } from './cleaning.js';
import { type Pair } from './comparison.js';

/** A grown storage answers at least this share of what an empty one does. */
const leastRatio = 0.85;
/** Cleaning may raise p99 to this, of what it is without. */
const mostRise = 1.25;

/** A goal, and whether it was reached. */
export interface Verdict {
  readonly goal: string;
  readonly isReached: boolean;
}

/** A table to read. */
export function tableOf(pairs: readonly Pair[]): string {
  const head = [
    ...['workload', 'empty req/s', 'grown req/s', 'ratio', 'by CPU'],
    ...['empty p50 ms', 'grown p50 ms', 'empty p99 ms', 'grown p99 ms'],
    ...['empty CPU s/1,000', 'grown CPU s/1,000', 'of database, empty', 'of database, grown'],
  ];
  const rows = pairs.map(({ workload, empty, grown, ratio, cpuRatio }) => [
    ...[workload, empty.rps.toFixed(0), grown.rps.toFixed(0), ratio.toFixed(2), cpuRatio.toFixed(2)],
    ...[empty.p50, grown.p50, empty.p99, grown.p99].map((value) => value.toFixed(2)),
    ...[empty.cpu.server, grown.cpu.server, empty.cpu.database, grown.cpu.database].map((value) => value.toFixed(3)),
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  return [head, ...rows].map((cells) => line(cells).join('  ')).join('\n');
}

/** Whether each workload keeps its pace. */
export const verdictsOn = (pairs: readonly Pair[]): readonly Verdict[] =>
  pairs.map(({ workload, ratio }) => ({
    goal: `${workload}: at least ${leastRatio.toString()} of the empty storage, is ${ratio.toFixed(2)}`,
    isReached: ratio >= leastRatio,
  }));

/** What cleaning took and did to the requests beside it. */
export function wordsOf(cleaning: CleaningUnderLoad): string {
  const { p99Without, p99During, requestsPerSecond, seconds, removed, isOver } = cleaning;
  return [
    `cleaning: ${removed.toLocaleString('en')} rows removed in ${seconds.toFixed(0)} s${isOver ? '' : ', and not over'}`,
    `beside ${requestsPerSecond.toFixed(0)} requests a second: p99 ${p99Without.toFixed(2)} ms without, ${p99During.toFixed(2)} ms during`,
  ].join('\n');
}

/** Whether cleaning is hardly felt, and whether it has removed what was dead, once it is over. */
export function verdictsOnCleaning(cleaning: CleaningUnderLoad, expired: number): readonly Verdict[] {
  const rise = cleaning.p99During / cleaning.p99Without;
  const removed = {
    goal: `removed when it is over: ${expired.toLocaleString('en')} at least, is ${cleaning.removed.toLocaleString('en')}`,
    isReached: cleaning.removed >= expired,
  };
  return [
    {
      goal: `p99 during cleaning: at most ${mostRise.toString()} of p99 without, is ${rise.toFixed(2)}`,
      isReached: rise <= mostRise,
    },
    ...(cleaning.isOver ? [removed] : []),
  ];
}
