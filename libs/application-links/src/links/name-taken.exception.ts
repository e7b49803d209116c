import { ConflictException } from '@nestjs/common';
import { inEnglish } from 'nestjs-drawbridge/oauth-provider';
import { type FieldProblem, problemsJson } from '../form/field-problem.js';
import { say } from '../words/link-words.js';

/** What is wrong with a name that another link has. */
export const nameTaken: FieldProblem = { field: 'name', phrase: say('problem.name.taken') };

/** Another link has this name: 409. */
export class NameTakenException extends ConflictException {
  /** The problem beside the field it belongs to. */
  readonly problems: readonly FieldProblem[] = [nameTaken];

  constructor() {
    const message = inEnglish(nameTaken.phrase);
    super({ statusCode: 409, error: 'Conflict', message, errors: problemsJson([nameTaken]) });
  }
}
