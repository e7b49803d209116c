import { type Contestant } from './contestant.js';
import { load, type LoadResult } from './load.js';
import { type BenchPostgres } from './postgres.js';
import { type Workload } from './workload.js';

/** How long a workload is put on a contestant. */
export interface SliceTimes {
  /** Before it is measured, in milliseconds. */
  readonly leadIn: number;
  /** While it is measured; 0 for a lead-in alone. */
  readonly measured: number;
  /** Whether a workload with a period is measured for all of it. */
  readonly wholePeriods: boolean;
}

/** What was measured. CPU in seconds, and statements, for 1,000 requests. */
export interface Slice extends LoadResult {
  readonly rps: number;
  readonly cpu: { readonly server: number; readonly database: number };
  readonly statements: number;
  /** How much of one core the load itself took, from 0 to 1. */
  readonly generatorShare: number;
}

const connections = 50;
/** How many are made beforehand for the first time; later, more than were needed. */
const fewRequests = 500;

/** Puts workloads on contestants, one at a time. */
export class Slices {
  private readonly rates = new Map<string, number>();

  constructor(private readonly postgres: BenchPostgres) {}

  /** @throws Error that names contestant and workload when an answer is wrong */
  async run(contestant: Contestant, workload: Workload, times: SliceTimes): Promise<Slice> {
    try {
      const { port } = contestant.ready;
      const put = async (milliseconds: number) => {
        const next = await this.requests(contestant, workload, milliseconds);
        return this.measuring(contestant, () => load({ port, connections, milliseconds, next }));
      };
      const lead = await put(times.leadIn);
      this.noteRate(contestant, workload, lead);
      if (times.measured === 0) return lead;
      return await put(Math.max(times.measured, times.wholePeriods ? (workload.period ?? 0) : 0));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${contestant.name}, ${workload.name}: ${reason}`, { cause: error });
    }
  }

  private async requests(contestant: Contestant, { name, needs, asks }: Workload, milliseconds: number) {
    if (!needs) return asks(contestant.ready, []);
    const rate = this.rates.get(`${contestant.name} ${name}`);
    const asMany = rate === undefined ? fewRequests : Math.ceil((rate * 1.5 * milliseconds) / 1000) + connections;
    const count = needs.each === 'connection' ? connections : asMany;
    return asks(contestant.ready, await contestant.prepare({ prepare: needs.what, count }));
  }

  private noteRate({ name }: Contestant, workload: Workload, { allRequests, seconds }: LoadResult): void {
    const key = `${name} ${workload.name}`;
    this.rates.set(key, Math.max(this.rates.get(key) ?? 0, allRequests / seconds));
  }

  private async measuring(contestant: Contestant, work: () => Promise<LoadResult>): Promise<Slice> {
    const before = { ...(await contestant.used()), database: this.postgres.cpu(), own: process.cpuUsage() };
    const result = await work();
    const { user, system } = process.cpuUsage(before.own);
    const after = { ...(await contestant.used()), database: this.postgres.cpu() };
    if (result.requests === 0) throw new Error('no request was measured.');
    const perThousand = (used: number) => used / result.allRequests / 1000;
    return {
      ...result,
      rps: result.requests / result.seconds,
      cpu: { server: perThousand(after.cpu - before.cpu), database: perThousand(after.database - before.database) },
      statements: ((after.statements - before.statements) / result.allRequests) * 1000,
      generatorShare: (user + system) / 1_000_000 / result.seconds,
    };
  }
}
