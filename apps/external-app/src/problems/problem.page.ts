import { html, type Html } from '../layout/html.js';
import type { Page } from '../layout/page.js';
import { postButton } from '../layout/post-form.js';
import type { ProblemWords, WayOn } from './problem.js';

const links: Record<Exclude<WayOn, 'connect'>, { path: string; label: string }> = {
  settings: { path: '/settings', label: 'Open settings' },
  notes: { path: '/notes', label: 'My pages' },
  trials: { path: '/trials', label: 'What I may' },
  connection: { path: '/connection', label: 'Connection' },
};

function wayOn(way: WayOn, place: number, ticket: string): Html {
  const look = place === 0 ? 'primary' : 'plain';
  if (way === 'connect') return postButton('/connect', ticket, 'Connect again', look);
  return html`<a class="button ${look}" href="${links[way].path}">${links[way].label}</a>`;
}

/** An error page: what happened, what the wiki said, what to do next. */
export function problemPage(words: ProblemWords, ticket: string): Page {
  return {
    title: words.title,
    place: 'start',
    body: html`<article class="card problem">
      <h1>${words.title}</h1>
      <dl>
        <dt>What happened</dt>
        <dd>${words.happened}</dd>
        ${
          words.wikiSaid
            ? html`<dt>What the wiki said</dt>
                <dd><q>${words.wikiSaid}</q></dd>`
            : null
        }
        <dt>What to do next</dt>
        <dd>${words.next}</dd>
      </dl>
      <div class="ways">${words.waysOn.map((way, place) => wayOn(way, place, ticket))}</div>
    </article>`,
  };
}
