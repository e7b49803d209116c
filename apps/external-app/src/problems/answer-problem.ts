import { isGiven } from '../settings/known-scopes.js';
import type { WikiAnswer } from '../wiki/wiki-answer.js';
import { Problem, type ProblemWords } from './problem.js';

type Words = Pick<ProblemWords, 'title' | 'happened' | 'next' | 'waysOn'>;

function explain(answer: WikiAnswer, doing: string, scopes: readonly string[]): Words {
  const missing = answer.missingScope ?? 'more';
  if (answer.error === 'insufficient_scope' && !isGiven(scopes, missing)) {
    return {
      title: `The wiki wants the permission ${missing} for that`,
      happened: `${doing} needs ${missing}; Field Notes was given ${scopes.join(' ') || 'nothing'}.`,
      next: `Ask for ${missing} in the settings and connect again. If the wiki still refuses, your own account may not do that.`,
      waysOn: ['settings', 'connect', 'notes'],
    };
  }
  if (answer.status === 403) {
    return {
      title: 'The wiki does not let you do that',
      happened: `${doing} was refused: your own account in the wiki may not do it, whatever Field Notes was given.`,
      next: 'Ask an administrator of the wiki for the right, then try again.',
      waysOn: ['notes', 'trials'],
    };
  }
  if (answer.status === 429 || answer.status >= 500) {
    return {
      title: 'The wiki is busy or out of order',
      happened: `${doing} did not work out just now.`,
      next: 'Try again in a moment; your connection is kept.',
      waysOn: ['notes', 'connection'],
    };
  }
  return {
    title: 'The wiki refused',
    happened: `${doing} was not accepted.`,
    next: 'Read what the wiki said, change it and try again.',
    waysOn: ['notes', 'connection'],
  };
}

/** The error page for an answer of the API that is not good. `doing` names what was tried: "Reading your spaces". */
export function answerProblem(answer: WikiAnswer, doing: string, scopes: readonly string[]): Problem {
  const status = answer.status >= 400 && answer.status < 500 ? answer.status : 502;
  return new Problem({ ...explain(answer, doing, scopes), status, wikiSaid: answer.saying });
}
