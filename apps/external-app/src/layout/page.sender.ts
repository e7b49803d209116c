import type { Response } from 'express';
import { sessionOf } from '../sessions/session.middleware.js';
import { layout } from './layout.page.js';
import type { Page } from './page.js';

/** Sends a page in its frame and shows the session's notice, once. */
export function sendPage(response: Response, page: Page, status = 200): void {
  const session = sessionOf(response);
  const standing = !session.connection ? 'not connected' : session.connection.endedBecause ? 'ended' : 'connected';
  const notice = session.notice;
  session.notice = undefined;
  response.status(status).type('html').send(layout(page, { standing, notice }).source);
}
