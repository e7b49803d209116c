import { parseArgs } from 'node:util';
import { type Entry, roster } from './roster.js';
import { type Workload } from './workload.js';
import { workloads } from './workloads.js';

/** What is to be measured, and how thoroughly. */
export interface Choice {
  readonly entries: readonly Entry[];
  readonly workloads: readonly Workload[];
  readonly isQuick: boolean;
  /** Where the results go as JSON. */
  readonly json: string | undefined;
}

const several = { type: 'string', multiple: true } as const;

/** @throws Error that lists the known names when one is unknown */
export function choiceIn(args: readonly string[]): Choice {
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ quick: { type: 'boolean' }, json: { type: 'string' } },
      ...{ platform: several, database: several, contestant: several, workload: several },
    },
  });
  const all = [...new Set(roster.map(({ contestant }) => contestant))];
  const names = workloads.map(({ name }) => name);
  const platforms = known('platform', values.platform, ['express', 'fastify']);
  const databases = known('database', values.database, ['SQLite', 'PostgreSQL']);
  const contestants = known('contestant', values.contestant, all);
  const wanted = known('workload', values.workload, names);
  const entries = roster.filter(
    ({ contestant, platform, database }) =>
      contestants.has(contestant) && platforms.has(platform) && databases.has(database),
  );
  if (entries.length === 0) throw new Error('No contestant is on that platform with that database.');
  return {
    entries,
    workloads: workloads.filter(({ name }) => wanted.has(name)),
    isQuick: values.quick ?? false,
    json: values.json,
  };
}

/** Commas that separate names; there is one within the name of a workload. */
const comma = /,(?!000)/;

/** Those that are named, in any case of letters, or all where none is. */
function known(flag: string, given: readonly string[] | undefined, all: readonly string[]): ReadonlySet<string> {
  if (!given) return new Set(all);
  return new Set(
    given
      .flatMap((text) => text.split(comma))
      .map((text) => {
        const found = all.find((name) => name.toLowerCase() === text.trim().toLowerCase());
        if (found === undefined) throw new Error(`There is no ${flag} "${text}". There are: ${all.join('; ')}.`);
        return found;
      }),
  );
}
