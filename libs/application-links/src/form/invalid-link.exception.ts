import { BadRequestException } from '@nestjs/common';
import { type FieldProblem } from './field-problem.js';

/** Settings that cannot be saved as they are: 400 with a problem for each field. */
export class InvalidLinkException extends BadRequestException {
  constructor(readonly problems: readonly FieldProblem[]) {
    const message = problems.map((problem) => problem.message).join(' ');
    super({ statusCode: 400, error: 'Bad Request', message, errors: problems });
  }
}
