import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { type Choice } from './choice.js';
import { Contestant } from './contestant.js';
import { type BenchPostgres } from './postgres.js';
import { type Sample } from './results.js';
import { bareEntries, type Entry } from './roster.js';
import { type Slice, Slices, type SliceTimes } from './slice.js';
import { type Workload } from './workload.js';
import { bareRoute } from './workloads/guarded-route.js';

const scale = { signIns: 10_200, clients: 100, links: 1000 };

/** Some processes are faster than others for as long as they run: those of another sitting are others. */
const thorough = { sittings: 3, rounds: 3, times: { leadIn: 500, measured: 1000, wholePeriods: true } };
const quick = { sittings: 1, rounds: 2, times: { leadIn: 100, measured: 200, wholePeriods: false } };

/** One entry with its process. */
interface Participant {
  readonly entry: Entry;
  readonly process: Contestant;
}

/** Everybody at everything, in turns. */
export class Contest {
  private participants: Participant[] = [];
  private readonly slices: Slices;
  private readonly samples: Sample[] = [];
  private busiestLoad = 0;

  constructor(
    private readonly choice: Choice,
    private readonly postgres: BenchPostgres,
    private readonly folder: string,
  ) {
    this.slices = new Slices(postgres);
  }

  /** Each sitting begins with a round that is not measured. */
  async run(): Promise<readonly Sample[]> {
    const { sittings, rounds, times } = this.choice.isQuick ? quick : thorough;
    for (let sitting = 0; sitting < sittings; sitting++) {
      await this.start(sitting);
      await this.round({ ...times, measured: 0 }, 'warm-up');
      for (let number = 1; number <= rounds; number++) {
        const done = sitting * rounds + number;
        await this.round(times, `round ${done.toString()} of ${(sittings * rounds).toString()}`);
      }
      await this.stop();
    }
    return this.samples;
  }

  /** What a reader of the results has to know. */
  get notes(): readonly string[] {
    if (this.busiestLoad <= 0.9) return [];
    const share = (this.busiestLoad * 100).toFixed(0);
    return [
      `The load itself took up to ${share} % of a core at the bare route, which may be faster than it looks here.`,
    ];
  }

  async stop(): Promise<void> {
    await Promise.all(this.participants.map(({ process }) => process.stop()));
    this.participants = [];
  }

  private async start(sitting: number): Promise<void> {
    const platforms = new Set(this.choice.entries.map(({ platform }) => platform));
    const bare = bareEntries.filter(({ platform }) => platforms.has(platform));
    const starts: (() => Promise<Participant>)[] = [];
    for (const entry of [...bare, ...this.choice.entries]) {
      const { contestant: kind, platform, database } = entry;
      const name = `${kind} on ${platform} with ${database}`;
      const settings = { platform, kind, ...scale, ...(await this.databaseFor(name, database, sitting)) };
      starts.push(async () => ({ entry, process: await Contestant.start(name, settings) }));
    }
    const outcomes = await Promise.allSettled(starts.map((start) => start()));
    this.participants.push(...outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : [])));
    for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
  }

  private async databaseFor(name: string, database: Entry['database'], sitting: number) {
    if (database === '-') return {};
    if (database === 'SQLite') {
      return { database: { kind: 'sqlite', folder: await mkdtemp(join(this.folder, 'sqlite-')) } } as const;
    }
    const ofName = name.toLowerCase().replace(/[^a-z]+/g, '_');
    const url = await this.postgres.database(`bench_${ofName}_${sitting.toString()}`);
    return { database: { kind: 'postgres', url } } as const;
  }

  /** By workload, so that what is compared is measured close together. */
  private async round(times: SliceTimes, title: string): Promise<void> {
    process.stderr.write(`${title}\n`);
    for (const workload of this.choice.workloads) {
      for (const bare of this.participants.filter(({ entry }) => entry.contestant === 'bare')) {
        const { platform } = bare.entry;
        const others = this.participants.filter(({ entry }) => entry !== bare.entry && entry.platform === platform);
        const able = others.filter(({ entry }) => !workload.isOurs || entry.contestant === 'drawbridge');
        if (able.length === 0) continue;
        const base = await this.slices.run(bare.process, bareRoute, times);
        this.busiestLoad = Math.max(this.busiestLoad, base.generatorShare);
        if (times.measured > 0) this.note(bare.entry, bareRoute, base, base);
        for (const { entry, process: contestant } of able) {
          // What has a period is ours, and others need not be measured for all of it.
          const wholePeriods = times.wholePeriods && entry.contestant === 'drawbridge';
          const slice = await this.slices.run(contestant, workload, { ...times, wholePeriods });
          if (times.measured > 0) this.note(entry, workload, slice, base);
        }
      }
    }
  }

  private note(entry: Entry, { name: workload }: Workload, slice: Slice, base: Slice): void {
    const { rps, p50, p99, cpu } = slice;
    const statements = entry.database === 'PostgreSQL' ? slice.statements : null;
    const ratios = { ratio: rps / base.rps, cpuRatio: base.cpu.server / cpu.server };
    this.samples.push({ ...entry, workload, ...ratios, rps, p50, p99, cpu, statements });
  }
}
