import { type Contestant } from '../run/contestant.js';
import { type Slice, type Slices, type SliceTimes } from '../run/slice.js';
import { type Workload } from '../run/workload.js';
import { median } from '../run/results.js';

/** A workload on two storages: the medians of all rounds. */
export interface Pair {
  readonly workload: string;
  readonly empty: Measured;
  readonly grown: Measured;
  /** How much of the requests of the empty storage the grown one answers. */
  readonly ratio: number;
  /** The CPU seconds a request takes on the empty storage, of those it takes here: steadier where the machine does other work. */
  readonly cpuRatio: number;
}

/** Times in milliseconds, CPU in seconds for 1,000 requests. */
type Measured = Pick<Slice, 'rps' | 'p50' | 'p99' | 'cpu'>;

/** Two hosts that differ in their storage alone. */
export interface Storages {
  readonly empty: Contestant;
  readonly grown: Contestant;
}

/** How often and how long each workload is put on each of them. */
export interface Effort {
  readonly rounds: number;
  readonly times: SliceTimes;
}

/** Puts every workload on one after the other, in rounds that begin with the one and with the other in turn. */
export async function compare(
  slices: Slices,
  { empty, grown }: Storages,
  workloads: readonly Workload[],
  { rounds, times }: Effort,
): Promise<readonly Pair[]> {
  const found = workloads.map(({ name }) => ({ name, empty: [] as Slice[], grown: [] as Slice[] }));
  for (let round = -1; round < rounds; round++) {
    const isWarmUp = round < 0;
    process.stderr.write(isWarmUp ? 'warm-up\n' : `round ${(round + 1).toString()} of ${rounds.toString()}\n`);
    for (const [index, workload] of workloads.entries()) {
      const order = round % 2 === 0 ? (['empty', 'grown'] as const) : (['grown', 'empty'] as const);
      for (const which of order) {
        const storage = which === 'empty' ? empty : grown;
        const slice = await slices.run(storage, workload, isWarmUp ? { ...times, measured: 0 } : times);
        if (!isWarmUp) found[index]?.[which].push(slice);
      }
    }
  }
  return found.map(({ name, ...both }) => ({
    workload: name,
    empty: mediansOf(both.empty),
    grown: mediansOf(both.grown),
    ratio: median(both.grown.map(({ rps }, round) => rps / (both.empty[round]?.rps ?? NaN))),
    cpuRatio: median(both.grown.map((slice, round) => cpuOf(both.empty[round]) / cpuOf(slice))),
  }));
}

const cpuOf = (slice: Slice | undefined): number => (slice ? slice.cpu.server + slice.cpu.database : NaN);

function mediansOf(slices: readonly Slice[]): Measured {
  const of = (value: (slice: Slice) => number) => median(slices.map(value));
  return {
    rps: of(({ rps }) => rps),
    p50: of(({ p50 }) => p50),
    p99: of(({ p99 }) => p99),
    cpu: { server: of(({ cpu }) => cpu.server), database: of(({ cpu }) => cpu.database) },
  };
}
