import { type FieldProblem } from '../form/field-problem.js';
import { InvalidLinkException } from '../form/invalid-link.exception.js';
import { NameTakenException } from '../links/name-taken.exception.js';
import { type Problems } from './field.js';
import { redirectUriId } from './redirect-uris.field.js';

/** The problems to show beside the inputs. */
export function besideInputs(problems: readonly FieldProblem[]): Problems {
  return new Map(problems.map(({ field, phrase, entry }) => [entry ? redirectUriId(entry.index) : field, phrase]));
}

/** The problems to show beside the inputs; `null` when the error is about something else. */
export function problemsOf(error: unknown): Problems | null {
  const isAboutFields = error instanceof InvalidLinkException || error instanceof NameTakenException;
  return isAboutFields ? besideInputs(error.problems) : null;
}
