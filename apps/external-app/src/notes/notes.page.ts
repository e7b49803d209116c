import { html, type Html } from '../layout/html.js';
import type { Page } from '../layout/page.js';
import { postForm } from '../layout/post-form.js';
import type { NoteDraft } from './note.form.js';
import { pageLimit, type Note, type NotesList, type Space } from './notebook.js';

/** What "My spaces and pages" shows. */
export interface NotesModel {
  readonly person: string;
  readonly spaces: readonly Space[];
  readonly space: string;
  readonly start: number;
  readonly list: NotesList;
  readonly draft: NoteDraft | undefined;
  readonly fault: string | undefined;
  readonly ticket: string;
}

const spaceLink = (space: Space, current: string): Html =>
  html`<li>
    <a href="/notes?space=${encodeURIComponent(space.key)}" ${space.key === current ? html`aria-current="true"` : null}
      >${space.name} <code>${space.key}</code></a
    >
  </li>`;

const noteItem = (note: Note): Html =>
  html`<li>
    ${note.link ? html`<a href="${note.link}">${note.title}</a>` : note.title}
    ${note.version ? html`<span class="hint">version ${note.version}</span>` : null}
  </li>`;

function paging({ space, start, list }: NotesModel): Html | null {
  const to = (first: number, label: string): Html =>
    html`<a class="button plain" href="/notes?space=${encodeURIComponent(space)}&amp;start=${first}">${label}</a>`;
  if (start === 0 && !list.hasMore) return null;
  return html`<nav class="ways" aria-label="More pages">
    ${start > 0 ? to(Math.max(0, start - pageLimit), 'Previous pages') : null}
    ${list.hasMore ? to(start + pageLimit, 'More pages') : null}
  </nav>`;
}

const notesList = (model: NotesModel): Html =>
  model.list.notes.length
    ? html`<ul class="notes">
          ${model.list.notes.map(noteItem)}
        </ul>
        ${paging(model)}`
    : html`<p>No pages here yet. Write the first one.</p>
        ${paging(model)}`;

const noteForm = ({ spaces, space, draft, fault, ticket }: NotesModel): Html =>
  postForm(
    '/notes',
    ticket,
    html`${fault ? html`<p class="notice warning" role="alert">${fault}</p>` : null}
      <div class="field">
        <label for="space">Space</label>
        <select id="space" name="space">
          ${spaces.map(
            ({ key, name }) =>
              html`<option value="${key}" ${key === (draft?.space ?? space) ? html`selected` : null}>${name}</option>`,
          )}
        </select>
      </div>
      <div class="field">
        <label for="title">Title</label>
        <input id="title" name="title" value="${draft?.title}" required maxlength="255" autocomplete="off" />
      </div>
      <div class="field">
        <label for="text">Text</label>
        <textarea id="text" name="text" rows="7">${'\n'}${draft?.text}</textarea>
      </div>
      <button class="button primary">Create page</button>`,
  );

/** "My spaces and pages", and the form that writes a new one. */
export function notesPage(model: NotesModel): Page {
  const name = model.spaces.find(({ key }) => key === model.space)?.name ?? model.space;
  return {
    title: 'My spaces and pages',
    place: 'notes',
    body: html`<h1>My spaces and pages</h1>
      <p class="lead">At the wiki you are <strong>${model.person}</strong>.</p>
      <nav class="spaces" aria-label="Spaces">
        <ul>
          ${model.spaces.map((space) => spaceLink(space, model.space))}
        </ul>
      </nav>
      <div class="columns">
        <section class="card" aria-labelledby="pages-heading">
          <h2 id="pages-heading">${name ? `Pages in ${name}` : 'Pages'}</h2>
          ${model.space ? notesList(model) : html`<p>The wiki shows you no space.</p>`}
        </section>
        <section class="card" aria-labelledby="write-heading">
          <h2 id="write-heading">Write a page</h2>
          ${noteForm(model)}
        </section>
      </div>`,
  };
}
