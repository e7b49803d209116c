import type { ErrorRequestHandler } from 'express';
import { sendPage } from '../layout/page.sender.js';
import { Session } from '../sessions/session.js';
import { sessionOf } from '../sessions/session.middleware.js';
import { AccessEnded } from '../wiki/access-ended.js';
import { UnexpectedAnswer } from '../wiki/unexpected-answer.js';
import { WikiRefusal } from '../wiki/wiki-refusal.js';
import { WikiUnreachable } from '../wiki/wiki-unreachable.js';
import { accessEnded, refused, unexpected, unreachable } from './connection-problems.js';
import { badRequest, ownFault } from './form-problems.js';
import { Problem } from './problem.js';
import { problemPage } from './problem.page.js';

function toProblem(error: unknown, wikiUrl: string): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof AccessEnded) return accessEnded(error.saying);
  if (error instanceof WikiRefusal) return refused(error.code, error.saying);
  if (error instanceof WikiUnreachable) return unreachable(wikiUrl, error.detail);
  if (error instanceof UnexpectedAnswer) return unexpected(wikiUrl, error.detail);
  const status = error instanceof Error && 'status' in error ? error.status : undefined;
  if (typeof status === 'number' && status >= 400 && status < 500) return badRequest(status);
  // Name, message and place only: the causes of OAuth errors hold tokens.
  console.error(error instanceof Error ? error.stack : 'Something that is no error was thrown.');
  return ownFault();
}

/** Turns whatever was thrown into an error page. */
export function problems(wikiUrl: () => string): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    response.locals.session ??= new Session();
    const { words } = toProblem(error, wikiUrl());
    sendPage(response, problemPage(words, sessionOf(response).ticket), words.status);
  };
}
