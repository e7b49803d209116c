import { ConflictException } from '@nestjs/common';
import { type FieldProblem } from '../form/field-problem.js';

/** Another link has this name: 409. */
export class NameTakenException extends ConflictException {
  /** The problem beside the field it belongs to. */
  readonly problems: readonly FieldProblem[];

  constructor() {
    const message =
      'There is already a link with this name. Choose a different one, so that people can tell them apart.';
    const problems: readonly FieldProblem[] = [{ field: 'name', message }];
    super({ statusCode: 409, error: 'Conflict', message, errors: problems });
    this.problems = problems;
  }
}
