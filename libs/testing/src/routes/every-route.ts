import { type INestApplicationContext } from '@nestjs/common';
import { RouteReport } from 'nestjs-drawbridge/scopes';
import { changesSince, type RecordedRoute } from './route-changes.js';

/** What {@link expectEveryRouteToBeMapped} may expect besides. */
export interface RouteExpectations {
  /**
   * The routes as they were last agreed to, for instance the report's JSON, kept beside the code. Then a route whose
   * scope changes, for instance because it falls to a more general rule, has to be agreed to again.
   */
  readonly recorded?: readonly RecordedRoute[];
}

/**
 * Fails where a route of the host has no scope and was not closed to applications either, naming each with what to write.
 * `app` may be running, not yet initialised, or made by `createPreview`.
 *
 * @throws Error
 */
export function expectEveryRouteToBeMapped(
  app: Pick<INestApplicationContext, 'get'>,
  { recorded }: RouteExpectations = {},
): void {
  const report = RouteReport.of(app);
  const problems = [report.problem, recorded ? changesSince(recorded, report) : null];
  const found = problems.filter((problem) => problem !== null);
  if (found.length > 0) throw new Error(found.join('\n\n'));
}
