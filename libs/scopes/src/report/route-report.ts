import { type INestApplicationContext } from '@nestjs/common';
import { SCOPES } from '../ladder/scope.js';
import { type MappedRoute } from '../routes/mapped-route.js';
import { RouteMap } from '../routes/route-map.service.js';
import { type Opening, openingOf } from './opening.js';
import { tableOf } from './table.js';

const inWords = (opening: Opening): string => (opening === 'CLOSED' ? 'closed' : opening);

const advice = `Give each a scope, by a rule of ScopesModule such as { path: '/the/path/*', scope: 'READ' } or by @RequireScope('READ').
Or close it, by a rule with the scope 'CLOSED' or by @ClosedToApplications().
Rules name a path as it is declared, without global prefix and version.`;

/** What applications can reach: every route with the scope that opens it, in the order of the paths. */
export class RouteReport {
  readonly routes: readonly MappedRoute[];

  constructor(routes: readonly MappedRoute[]) {
    this.routes = [...routes].sort((a, b) => (a.path < b.path ? -1 : Number(a.path > b.path)));
  }

  /**
   * The report on an application, running, not yet initialised, or made by `createPreview`.
   *
   * @throws Error when it has no `ScopesModule`, or when its rules could not start it
   */
  static of(app: Pick<INestApplicationContext, 'get'>): RouteReport {
    return new RouteReport(app.get(RouteMap, { strict: false }).list());
  }

  /** Routes that nobody decided about: no decorator, no rule, no guard of their own. Applications cannot reach them. */
  get forgotten(): readonly MappedRoute[] {
    return this.routes.filter((route) => openingOf(route) === 'UNDECIDED');
  }

  /** How many routes each scope opens, how many are closed and how many undecided; what there is none of is left out. */
  get counts(): ReadonlyMap<Opening, number> {
    const openings = this.routes.map(openingOf);
    const counted = [...SCOPES, 'CLOSED', 'UNDECIDED'] as const;
    const counts = counted.map((one) => [one, openings.filter((opening) => opening === one).length] as const);
    return new Map(counts.filter(([, count]) => count > 0));
  }

  /** What was forgotten and what to write; `null` when every route is decided. */
  get problem(): string | null {
    const lines = this.forgotten.map(({ method, path, handler }) => `  ${method} ${path} (${handler})\n`);
    if (lines.length === 0) return null;
    const [verb, each] = lines.length === 1 ? ['route has', 'it'] : ['routes have', 'them'];
    const what = `${lines.length.toString()} ${verb} no scope, and nobody closed ${each} to applications:`;
    return `${what}\n${lines.join('')}${advice}`;
  }

  /** One line a route, and a last line that counts them. */
  toTable(): string {
    const rows = this.routes.map((route) => [
      route.method,
      route.path,
      inWords(openingOf(route)),
      route.source,
      route.handler,
    ]);
    const counts = [...this.counts].map(([opening, count]) => `${inWords(opening)} ${count.toString()}`);
    const table = tableOf(['METHOD', 'PATH', 'SCOPE', 'SAID BY', 'HANDLER'], rows);
    return `${table}\n\n${this.routes.length.toString()} routes: ${counts.join(', ')}`;
  }

  /** A list of `{ method, path, handler, scope, source }`, one line a route. */
  toJson(): string {
    return `[\n${this.routes.map((route) => `  ${JSON.stringify(route)}`).join(',\n')}\n]`;
  }
}
