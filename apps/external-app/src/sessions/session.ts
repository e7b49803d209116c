import { randomBytes } from 'node:crypto';
import { PendingAuthorizations } from '../connection/pending-authorizations.js';
import type { Connection } from '../connection/connection.js';
import type { NoteDraft } from '../notes/note.form.js';
import type { TrialOutcome } from '../trials/trial.js';

/** What the server remembers of one browser. Tokens live here and nowhere else. */
export class Session {
  /** Proves that a form was ours. */
  readonly ticket = randomBytes(32).toString('base64url');
  readonly pending = new PendingAuthorizations();
  readonly trialOutcomes = new Map<string, TrialOutcome>();
  connection: Connection | undefined;
  /** Shown once, on the next page. */
  notice: string | undefined;
  /** What the person wrote, kept until the wiki has taken it. */
  draft: NoteDraft | undefined;
}
