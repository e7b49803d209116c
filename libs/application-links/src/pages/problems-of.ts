import { InvalidLinkException } from '../form/invalid-link.exception.js';
import { NameTakenException } from '../links/name-taken.exception.js';
import { type Problems } from './field.js';

/** The problems to show beside the fields; `null` when the error is about something else. */
export function problemsOf(error: unknown): Problems | null {
  const isAboutFields = error instanceof InvalidLinkException || error instanceof NameTakenException;
  return isAboutFields ? new Map(error.problems.map(({ field, message }) => [field, message])) : null;
}
