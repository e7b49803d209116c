import { Router, type Response } from 'express';
import { requireConnection } from '../connection/current-connection.js';
import { readField } from '../layout/form-fields.js';
import { sendPage } from '../layout/page.sender.js';
import { sessionOf } from '../sessions/session.middleware.js';
import { readNoteForm } from './note.form.js';
import { Notebook } from './notebook.js';
import { notesPage } from './notes.page.js';

async function show(response: Response, chosen: string, start: number, fault?: string): Promise<void> {
  const session = sessionOf(response);
  const notebook = new Notebook(requireConnection(session));
  const [person, spaces] = await Promise.all([notebook.person(), notebook.spaces()]);
  const space = chosen || (spaces[0]?.key ?? '');
  const list = space ? await notebook.notes(space, start) : { notes: [], hasMore: false };
  const model = { person, spaces, space, start, list, draft: session.draft, fault, ticket: session.ticket };
  sendPage(response, notesPage(model), fault ? 422 : 200);
}

/** The pages of the wiki, read and written. What was typed stays in the session until the wiki has taken it. */
export function notesRoutes(): Router {
  return Router()
    .get('/notes', async (request, response) => {
      const start = /^\d{1,6}$/.test(readField(request.query, 'start')) ? Number(request.query.start) : 0;
      await show(response, readField(request.query, 'space'), start);
    })
    .post('/notes', async (request, response) => {
      const session = sessionOf(response);
      const { draft, fault } = readNoteForm(request.body);
      session.draft = draft;
      if (fault) return show(response, draft.space, 0, fault);
      const note = await new Notebook(requireConnection(session)).write(draft);
      session.draft = undefined;
      session.notice = `The wiki now has your page “${note.title}”.`;
      response.redirect(303, `/notes?space=${encodeURIComponent(draft.space)}`);
    });
}
