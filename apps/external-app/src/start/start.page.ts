import { html, type Html } from '../layout/html.js';
import type { Page } from '../layout/page.js';
import { postButton } from '../layout/post-form.js';

/** What the start page needs to name the next step. */
export interface StartModel {
  readonly isSetUp: boolean;
  readonly isConnected: boolean;
  readonly ticket: string;
}

function nextStep({ isSetUp, isConnected, ticket }: StartModel): Html {
  if (!isSetUp) return html`<a class="button primary" href="/settings">Link to a wiki</a>`;
  if (!isConnected) return postButton('/connect', ticket, 'Connect', 'primary');
  return html`<a class="button primary" href="/notes">My spaces and pages</a>`;
}

/** The first page: what this is, how it works, what to do next. */
export function startPage(model: StartModel): Page {
  return {
    title: 'Start',
    place: 'start',
    body: html`<section class="hero">
        <h1>Notes from the field, straight into the wiki</h1>
        <p class="lead">
          Field Notes is a small application outside your wiki. Let it in, and it shows your spaces and pages and writes
          new ones, as you and never as more than you.
        </p>
        <div class="ways">${nextStep(model)}</div>
      </section>
      <ol class="steps">
        <li class="card">
          <h2>Link</h2>
          <p>
            An administrator of the wiki creates a link and hands over a client ID and a secret. You enter them under
            <a href="/settings">Settings</a>.
          </p>
        </li>
        <li class="card">
          <h2>Connect</h2>
          <p>
            You sign in at the wiki, not here, and say there what Field Notes may do. Your password never comes near us.
          </p>
        </li>
        <li class="card">
          <h2>Write</h2>
          <p>
            Read and create pages, see <a href="/trials">what the wiki lets us do</a> and what it refuses, and
            disconnect whenever you like.
          </p>
        </li>
      </ol>`,
  };
}
