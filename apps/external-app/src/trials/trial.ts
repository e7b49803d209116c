import { textAt } from '../wiki/json.js';
import type { Connection } from '../connection/connection.js';
import type { WikiAnswer } from '../wiki/wiki-answer.js';

/** One call that needs a certain permission, to see what the wiki says to it. */
export interface Trial {
  readonly id: string;
  readonly level: string;
  readonly label: string;
  readonly method: string;
  readonly path: string;
  readonly body?: (space: string, now: Date) => unknown;
}

/** What the wiki answered to a trial. */
export interface TrialOutcome {
  readonly answer: WikiAnswer;
  readonly at: number;
}

/** One trial for each level, the least first. */
export const trials: readonly Trial[] = [
  { id: 'user', level: 'READ', label: 'Read who I am', method: 'GET', path: '/rest/api/user/current' },
  {
    id: 'page',
    level: 'WRITE',
    label: 'Create a page',
    method: 'POST',
    path: '/rest/api/content',
    body: (space, now) => ({
      type: 'page',
      title: `Field Notes trial, ${now.toISOString()}`,
      space: { key: space },
      body: { storage: { value: '<p>Field Notes tried whether it may write.</p>', representation: 'storage' } },
    }),
  },
  { id: 'audit', level: 'ADMIN', label: 'Read the audit log', method: 'GET', path: '/rest/api/audit?limit=5' },
  {
    id: 'system',
    level: 'SYSTEM_ADMIN',
    label: 'Read system information',
    method: 'GET',
    path: '/rest/api/settings/systemInfo',
  },
];

/** Makes the call and keeps whatever the wiki says. The page goes to the first space the connection can see. */
export async function tryOut(trial: Trial, connection: Connection, now: () => number): Promise<TrialOutcome> {
  const spaces = trial.body && (await connection.call('GET', '/rest/api/space?limit=1'));
  const body = trial.body?.(textAt(spaces?.json, 'results', 0, 'key') ?? 'DEMO', new Date(now()));
  return { answer: await connection.call(trial.method, trial.path, body), at: now() };
}
