import { Router } from 'express';
import { requireConnection } from '../connection/current-connection.js';
import { sendPage } from '../layout/page.sender.js';
import { notFound } from '../problems/form-problems.js';
import { sessionOf } from '../sessions/session.middleware.js';
import { trials, tryOut } from './trial.js';
import { trialsPage } from './trials.page.js';

/** "Try what I may": the panel, one trial, all of them. */
export function trialsRoutes(now: () => number): Router {
  return Router()
    .get('/trials', (_request, response) => {
      const session = sessionOf(response);
      const { scopes: given } = requireConnection(session);
      sendPage(response, trialsPage({ given, outcomes: session.trialOutcomes, ticket: session.ticket }));
    })
    .post('/trials', async (_request, response) => {
      const session = sessionOf(response);
      const connection = requireConnection(session);
      for (const trial of trials) session.trialOutcomes.set(trial.id, await tryOut(trial, connection, now));
      response.redirect(303, '/trials');
    })
    .post('/trials/:id', async (request, response) => {
      const session = sessionOf(response);
      const trial = trials.find(({ id }) => id === request.params.id);
      if (!trial) throw notFound();
      session.trialOutcomes.set(trial.id, await tryOut(trial, requireConnection(session), now));
      response.redirect(303, `/trials#${trial.id}`);
    });
}
