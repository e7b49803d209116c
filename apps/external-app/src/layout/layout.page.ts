import { html, type Html } from './html.js';
import type { Page, Place } from './page.js';

/** What the frame shows besides the page itself. */
export interface Frame {
  readonly standing: 'connected' | 'ended' | 'not connected';
  readonly notice: string | undefined;
}

const places: readonly { place: Place; path: string; label: string }[] = [
  { place: 'notes', path: '/notes', label: 'My pages' },
  { place: 'trials', path: '/trials', label: 'What I may' },
  { place: 'connection', path: '/connection', label: 'Connection' },
  { place: 'settings', path: '/settings', label: 'Settings' },
];

const standings = { connected: 'Connected', ended: 'Access ended', 'not connected': 'Not connected' };

const navigation = (current: Place): Html =>
  html`<nav aria-label="Main">
    <ul>
      ${places.map(
        ({ place, path, label }) =>
          html`<li><a href="${path}" ${place === current ? html`aria-current="page"` : null}>${label}</a></li>`,
      )}
    </ul>
  </nav>`;

/** The whole document: head, masthead with navigation, notice, the page's body. */
export function layout(page: Page, frame: Frame): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${page.title} · Field Notes</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/field-notes.css" />
        <script src="/assets/copy.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header class="masthead">
          <a class="brand" href="/"><img src="/assets/mark.svg" alt="" width="32" height="32" />Field Notes</a>
          ${navigation(page.place)}
          <a class="standing standing-${frame.standing.replace(' ', '-')}" href="/connection"
            >${standings[frame.standing]}</a
          >
        </header>
        <main id="content" tabindex="-1">
          ${frame.notice ? html`<p class="notice" role="status">${frame.notice}</p>` : null} ${page.body}
        </main>
        <footer>
          <p>Field Notes is an application of its own. It knows the wiki only by its address.</p>
        </footer>
      </body>
    </html>`;
}
