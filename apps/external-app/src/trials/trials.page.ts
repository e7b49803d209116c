import { html, type Html } from '../layout/html.js';
import type { Page } from '../layout/page.js';
import { postButton } from '../layout/post-form.js';
import type { WikiAnswer } from '../wiki/wiki-answer.js';
import { isGiven } from '../settings/known-scopes.js';
import { trials, type Trial, type TrialOutcome } from './trial.js';

/** What "What I may" shows. */
export interface TrialsModel {
  readonly given: readonly string[];
  readonly outcomes: ReadonlyMap<string, TrialOutcome>;
  readonly ticket: string;
}

const longestBody = 1500;

function bodyOf({ json, text }: WikiAnswer): string {
  const body = json === undefined ? text : JSON.stringify(json, null, 2);
  return body.length > longestBody ? `${body.slice(0, longestBody)}\n…` : body;
}

function why(answer: WikiAnswer, given: readonly string[]): string {
  const missing = answer.missingScope ?? 'a permission';
  if (answer.isGood) return 'The wiki did it.';
  if (answer.error === 'insufficient_scope' && !isGiven(given, missing)) {
    return `It needs ${missing}, and Field Notes was not given that.`;
  }
  return answer.status === 403 ? 'Your own account at the wiki may not do this.' : 'The wiki did not do it.';
}

const fact = (term: string, value: string | undefined): Html | null =>
  value === undefined
    ? null
    : html`<dt>${term}</dt>
        <dd>${value}</dd>`;

const outcomeView = ({ answer }: TrialOutcome, given: readonly string[]): Html =>
  html`<div class="outcome ${answer.isGood ? 'good' : 'refused'}">
    <p><strong>${answer.isGood ? 'Let in' : 'Refused'}.</strong> ${why(answer, given)}</p>
    <dl class="facts">
      ${fact('Status', String(answer.status))} ${fact('Error', answer.error)}
      ${fact('Missing permission', answer.missingScope)} ${fact('Description', answer.description)}
      ${fact('Message', answer.message)}
    </dl>
    <details>
      <summary>The whole answer</summary>
      <pre tabindex="0" aria-label="The whole answer">${bodyOf(answer)}</pre>
    </details>
  </div>`;

function trialView(trial: Trial, { given, outcomes, ticket }: TrialsModel): Html {
  const outcome = outcomes.get(trial.id);
  return html`<li class="card trial" id="${trial.id}">
    <div class="trial-head">
      <h2>${trial.label} <code class="tag">${trial.level}</code></h2>
      ${postButton(`/trials/${trial.id}`, ticket, html`Try it<span class="unseen">: ${trial.label}</span>`)}
    </div>
    <p class="hint"><code>${trial.method} ${trial.path}</code></p>
    ${outcome ? outcomeView(outcome, given) : null}
  </li>`;
}

/** A call for each level, and plainly what the wiki answered to it. */
export function trialsPage(model: TrialsModel): Page {
  return {
    title: 'Try what I may',
    place: 'trials',
    body: html`<h1>Try what I may</h1>
      <p class="lead">
        Field Notes was given ${model.given.map((scope) => html`<code class="tag">${scope}</code> `)}<br />
        What it can really do is never more than you may do yourself.
      </p>
      <div class="ways">${postButton('/trials', model.ticket, 'Try all four', 'primary')}</div>
      <ol class="trials">
        ${trials.map((trial) => trialView(trial, model))}
      </ol>`,
  };
}
