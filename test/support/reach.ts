import type { HttpSession } from './http-session.js';

/** One line of the JSON about what applications can reach. */
export interface RouteJson {
  readonly method: string;
  readonly path: string;
  readonly callable: boolean;
  readonly reason: string | null;
}

/** That JSON, as far as tests read it. */
export interface ReachJson {
  readonly results: readonly RouteJson[];
  readonly total: number;
  readonly routes: number;
  readonly callable: number;
  readonly counts: Readonly<Record<string, number>>;
}

type Question = Readonly<Record<string, string>>;

const atPath = (path: string, query: Question): string => {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
};

/** Where the JSON is. */
export const reachPath = (query: Question): string => atPath('/rest/application-links/latest/routes', query);

/** Every route, however many pages of JSON that takes. */
export async function everyRoute(session: HttpSession, question: Question): Promise<readonly RouteJson[]> {
  const routes: RouteJson[] = [];
  for (;;) {
    const query = { ...question, limit: '100', start: routes.length.toString() };
    const { results, total } = (await session.request(reachPath(query))).json<ReachJson>();
    routes.push(...results);
    if (routes.length >= total || results.length === 0) return routes;
  }
}

/** The routes that the administrators' page says can be called, on all its pages. */
export async function yesOnPage(session: HttpSession, question: Question): Promise<readonly string[]> {
  const yes: string[] = [];
  for (let start = 0; ; start += 100) {
    const query = { ...question, start: start.toString() };
    const { text } = await session.get(atPath('/admin/application-links/reach', query));
    const rows = text.split('<tr>').filter((row) => row.includes('scope="row"'));
    const said = rows.filter((row) => row.includes('>Yes</span>'));
    yes.push(...said.map((row) => /<code class="db-mono">([^<]*)<\/code>/.exec(row)?.[1] ?? ''));
    if (!text.includes('rel="next"')) return yes;
  }
}
