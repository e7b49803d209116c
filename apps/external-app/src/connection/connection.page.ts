import { html, type Html } from '../layout/html.js';
import type { Page } from '../layout/page.js';
import { postButton } from '../layout/post-form.js';
import type { LinkSettings } from '../settings/link-settings.js';
import type { Connection } from './connection.js';

/** What the connection page shows. */
export interface ConnectionModel {
  readonly settings: LinkSettings;
  readonly isSetUp: boolean;
  readonly connection: Connection | undefined;
  readonly now: number;
  readonly ticket: string;
}

const permissions = (scopes: readonly string[]): Html =>
  html`${scopes.map((scope) => html`<code class="tag">${scope}</code> `)}`;

function remaining(expiresAt: number | undefined, now: number): string {
  if (expiresAt === undefined) return 'The wiki did not say how long it lasts.';
  const seconds = Math.round((expiresAt - now) / 1000);
  if (seconds <= 0) return 'It has run out; the next call refreshes it.';
  return seconds < 120 ? `It lasts ${seconds} more seconds.` : `It lasts ${Math.round(seconds / 60)} more minutes.`;
}

const notSetUp = (): Html =>
  html`<p>Field Notes does not know a wiki yet. Enter what the wiki's administrator gave you.</p>
    <div class="ways"><a class="button primary" href="/settings">Link to a wiki</a></div>`;

const notConnected = ({ settings, ticket }: ConnectionModel): Html =>
  html`<p>
      The wiki at <strong>${settings.wikiUrl}</strong> will ask you to sign in and to choose what Field Notes may do.
      These permissions will be asked for: ${permissions(settings.scopes)}
    </p>
    <div class="ways">${postButton('/connect', ticket, 'Connect', 'primary')}</div>`;

const ended = (saying: string, ticket: string): Html =>
  html`<p class="notice warning">The wiki ended our access: ${saying}</p>
    <p>You or an administrator withdrew it, or it was not used for too long.</p>
    <div class="ways">
      ${postButton('/connect', ticket, 'Connect again', 'primary')}
      ${postButton('/disconnect', ticket, 'Leave it at that')}
    </div>`;

const connected = (connection: Connection, { settings, now, ticket }: ConnectionModel): Html =>
  html`<dl class="facts">
      <dt>Wiki</dt>
      <dd><a href="${settings.wikiUrl}/">${settings.wikiUrl}</a></dd>
      <dt>Your account</dt>
      <dd>${connection.person ?? 'not known yet'}</dd>
      <dt>Asked for</dt>
      <dd>${permissions(settings.scopes)}</dd>
      <dt>Given</dt>
      <dd>${permissions(connection.scopes)}</dd>
      <dt>Access token</dt>
      <dd>${remaining(connection.expiresAt, now)} It is kept on the server and never reaches your browser.</dd>
      <dt>Refreshed</dt>
      <dd>
        ${connection.refreshes} ${connection.refreshes === 1 ? 'time' : 'times'} so far. It happens by itself a minute
        before the token ends.
      </dd>
    </dl>
    <div class="ways">
      ${postButton('/refresh', ticket, 'Refresh now', 'primary')} ${postButton('/connect', ticket, 'Connect again')}
      ${postButton('/disconnect', ticket, 'Disconnect')}
    </div>`;

function content(model: ConnectionModel): Html {
  const { connection } = model;
  if (!model.isSetUp) return notSetUp();
  if (!connection) return notConnected(model);
  if (connection.endedBecause !== undefined) return ended(connection.endedBecause, model.ticket);
  return connected(connection, model);
}

/** How this browser stands with the wiki, and the buttons to change that. */
export function connectionPage(model: ConnectionModel): Page {
  return {
    title: 'Connection',
    place: 'connection',
    body: html`<h1>Connection</h1>
      <section class="card narrow" aria-label="Standing">${content(model)}</section>`,
  };
}
