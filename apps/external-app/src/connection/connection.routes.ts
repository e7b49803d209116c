import { Router } from 'express';
import { sendPage } from '../layout/page.sender.js';
import { renewSession, sessionOf } from '../sessions/session.middleware.js';
import type { SettingsStore } from '../settings/settings.store.js';
import { UnexpectedAnswer } from '../wiki/unexpected-answer.js';
import { WikiRefusal } from '../wiki/wiki-refusal.js';
import { WikiUnreachable } from '../wiki/wiki-unreachable.js';
import type { Authorization } from './authorization.js';
import type { Connection } from './connection.js';
import { connectionPage } from './connection.page.js';
import { requireConnection } from './current-connection.js';

async function giveBack(connection: Connection | undefined): Promise<string> {
  try {
    await connection?.giveBack();
    return 'Disconnected. The tokens are revoked at the wiki and forgotten here.';
  } catch (error) {
    if (!(error instanceof WikiUnreachable || error instanceof WikiRefusal || error instanceof UnexpectedAnswer))
      throw error;
    return 'Disconnected here, but the wiki did not take the tokens back. Withdraw the access in your profile there.';
  }
}

/** Connect, come back, refresh, disconnect. */
export function connectionRoutes(authorization: Authorization, settings: SettingsStore, now: () => number): Router {
  return Router()
    .get('/connection', (_request, response) => {
      const { connection, ticket } = sessionOf(response);
      const model = { settings: settings.current, isSetUp: settings.isComplete, connection, now: now(), ticket };
      sendPage(response, connectionPage(model));
    })
    .post('/connect', async (_request, response) => {
      response.redirect(303, await authorization.begin(sessionOf(response)));
    })
    .get('/callback', async (request, response) => {
      const session = sessionOf(response);
      await authorization.finish(session, request.originalUrl.split('?')[1] ?? '');
      renewSession(response);
      await authorization.introduce(session);
      session.notice = 'Connected. Field Notes may now do at the wiki what you allowed.';
      response.redirect(303, '/notes');
    })
    .post('/refresh', async (_request, response) => {
      const session = sessionOf(response);
      await requireConnection(session).refresh();
      session.notice = 'Refreshed. The wiki gave us a new access token.';
      response.redirect(303, '/connection');
    })
    .post('/disconnect', async (_request, response) => {
      const session = sessionOf(response);
      const { connection } = session;
      session.connection = undefined;
      session.trialOutcomes.clear();
      session.notice = await giveBack(connection);
      response.redirect(303, '/connection');
    });
}
