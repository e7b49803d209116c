import { type MappedRoute, type RouteReport } from 'nestjs-drawbridge/scopes';

/** A route with the scope it was agreed to need; `null`: closed to applications. */
export interface RecordedRoute extends Pick<MappedRoute, 'method' | 'path'> {
  readonly scope: string | null;
}

const advice =
  'Where that is not meant, correct the rules of ScopesModule; where it is, write down the routes anew (RouteReport.toJson).';

/** What is not as it was written down, a line each; `null` when nothing is. Undecided routes are the report's business. */
export function changesSince(recorded: readonly RecordedRoute[], report: RouteReport): string | null {
  const then = scopesByRoute(recorded);
  const now = scopesByRoute(report.routes);
  const undecided = new Set(report.forgotten.map(nameOf));
  const names = [...new Set([...then.keys(), ...now.keys()])].sort();
  const lines = names.flatMap((name) => {
    const [before, after] = [then.get(name) ?? 'no route', now.get(name) ?? 'no route'];
    return before === after || undecided.has(name) ? [] : [`  ${name}: was ${before}, is ${after}\n`];
  });
  if (lines.length === 0) return null;
  return `What applications can reach has changed since it was written down:\n${lines.join('')}${advice}`;
}

const nameOf = ({ method, path }: RecordedRoute): string => `${method} ${path}`;

/** Versions in a header share method and path, so there may be several scopes to one. */
function scopesByRoute(routes: readonly RecordedRoute[]): ReadonlyMap<string, string> {
  const scopes = new Map<string, string[]>();
  for (const route of routes)
    scopes.set(nameOf(route), [...(scopes.get(nameOf(route)) ?? []), route.scope ?? 'closed']);
  return new Map([...scopes].map(([name, words]) => [name, words.sort().join(' and ')]));
}
