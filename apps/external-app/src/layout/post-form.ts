import { html, type Html } from './html.js';

/** A form of ours: it always carries the session's ticket, without which no change is accepted. */
export function postForm(action: string, ticket: string, content: Html): Html {
  return html`<form method="post" action="${action}">
    <input type="hidden" name="ticket" value="${ticket}" />${content}
  </form>`;
}

/** A form that is nothing but its button. */
export function postButton(
  action: string,
  ticket: string,
  label: Html | string,
  look: 'primary' | 'plain' = 'plain',
): Html {
  return postForm(action, ticket, html`<button class="button ${look}">${label}</button>`);
}
