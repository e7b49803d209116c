/** One contestant at one workload in one round. */
export interface Sample {
  readonly contestant: string;
  readonly platform: string;
  readonly database: string;
  readonly workload: string;
  /** Requests a second, of the bare route of the same platform in the same round. */
  readonly ratio: number;
  /** The CPU seconds a request of the bare route takes, of those it takes here: steadier where the machine does other work. */
  readonly cpuRatio: number;
  readonly rps: number;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** CPU seconds for 1,000 requests: of the server, and of its database where that is another process. */
  readonly cpu: { readonly server: number; readonly database: number };
  /** Statements to PostgreSQL for 1,000 requests; `null` for other databases. */
  readonly statements: number | null;
}

/** The one in the middle; of an even number the higher of two. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** The medians of all rounds, platform by platform. */
export function mediansOf(samples: readonly Sample[]): readonly Sample[] {
  const groups = new Map<string, Sample[]>();
  for (const one of samples) {
    const key = [one.contestant, one.platform, one.database, one.workload].join();
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const medians = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const of = (value: (one: Sample) => number) => median(group.map(value));
    const cpu = { server: of((one) => one.cpu.server), database: of((one) => one.cpu.database) };
    const ratios = { ratio: of((one) => one.ratio), cpuRatio: of((one) => one.cpuRatio) };
    return {
      ...first,
      ...ratios,
      cpu,
      rps: of((one) => one.rps),
      p50: of((one) => one.p50),
      p99: of((one) => one.p99),
      statements: first.statements === null ? null : of((one) => one.statements ?? 0),
    };
  });
  return medians.toSorted((one, other) => one.platform.localeCompare(other.platform));
}

const fields = [
  ...['contestant', 'platform', 'database', 'workload'],
  ...['ratio', 'cpuRatio', 'rps', 'p50', 'p99', 'cpu', 'server', 'statements'],
];

/** Results for other programs. */
export function jsonOf(results: readonly Sample[]): string {
  return `${JSON.stringify(results, fields, 2)}\n`;
}

const about = `ratio: requests a second, of those of the bare route. by CPU: the server's CPU time for the bare route, of that here.
CPU s: of the server, and of PostgreSQL, for 1,000 requests. statements: what the contestant's pg client sent for 1,000 requests.
Medians of the rounds.
`;

/** A table to read. */
export function tableOf(results: readonly Sample[]): string {
  const head = [
    'contestant',
    'platform',
    'database',
    'workload',
    'ratio',
    'by CPU',
    'req/s',
    'p50 ms',
    'p99 ms',
    'CPU s/1,000',
    'of database',
    'statements/1,000',
  ];
  const rows = results.map(
    ({ contestant, platform, database, workload, ratio, cpuRatio, rps, p50, p99, cpu, statements }) => [
      ...[contestant, platform, database, workload],
      ...[
        ratio.toFixed(2),
        cpuRatio.toFixed(2),
        rps.toFixed(0),
        p50.toFixed(2),
        p99.toFixed(2),
        cpu.server.toFixed(3),
        cpu.database.toFixed(3),
        statements?.toFixed(0) ?? '-',
      ],
    ],
  );
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => (row[column] ?? '').length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => (column < 4 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ');
  return [about, ...[head, ...rows].map(line)].join('\n');
}
