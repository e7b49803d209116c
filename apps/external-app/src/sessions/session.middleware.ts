import type { RequestHandler, Response } from 'express';
import { Session } from './session.js';
import type { SessionsStore } from './sessions.store.js';

const cookieName = 'field_notes_session';

function readCookie(header: string | undefined): string | undefined {
  const cookies = (header ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${cookieName}=`))?.slice(cookieName.length + 1);
}

/** The session of the request that is being answered. */
export const sessionOf = (response: Response): Session => response.locals.session as Session;

/**
 * Gives every request a session. `Lax`, because the wiki sends the browser back here from another site and the
 * session must come along.
 */
export function sessions(store: SessionsStore, secure: () => boolean): RequestHandler {
  return (request, response, next) => {
    const file = (session: Session): void => {
      response.locals.sessionId = store.add(session);
      response.cookie(cookieName, response.locals.sessionId, { httpOnly: true, sameSite: 'lax', secure: secure() });
    };
    const id = readCookie(request.headers.cookie);
    const known = store.find(id);
    response.locals.session = known ?? new Session();
    response.locals.renewSession = (): void => {
      store.remove(response.locals.sessionId as string);
      file(sessionOf(response));
    };
    if (known) response.locals.sessionId = id;
    else file(sessionOf(response));
    next();
  };
}

/** Gives the session a new id, so that an id somebody knew before the person connected is worth nothing. */
export function renewSession(response: Response): void {
  (response.locals.renewSession as () => void)();
}
