import { BadRequestException } from '@nestjs/common';
import { type FieldProblem, problemsJson } from './field-problem.js';

/** Settings that cannot be saved as they are: 400 with a problem for each field. */
export class InvalidLinkException extends BadRequestException {
  constructor(readonly problems: readonly FieldProblem[]) {
    const errors = problemsJson(problems);
    const message = errors.map((error) => error.message).join(' ');
    super({ statusCode: 400, error: 'Bad Request', message, errors });
  }
}
