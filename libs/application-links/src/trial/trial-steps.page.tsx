import { type Phrase, type TrialStep, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type LinkAddresses } from '../pages/link-addresses.service.js';
import { linkWords, say, useWords } from '../words/link-words.js';
import { scopeName } from '../words/scope-name.js';
import { TrialHead } from './trial-head.js';

/** What the page shows that a trial ends at. */
export interface TrialStepsModel {
  readonly link: ApplicationLink;
  readonly steps: readonly TrialStep[];
  readonly addresses: LinkAddresses;
}

const Lines = ({ title, lines }: { title: string; lines: readonly string[] }) => (
  <div class="db-trial-lines">
    <h3>{title}</h3>
    <pre class="db-mono" dir="ltr" lang="en">
      {lines.join('\n')}
    </pre>
  </div>
);

const Step = ({ step: { name, request, response, isGood } }: { step: TrialStep }) => {
  const { text } = useWords();
  return (
    <li class="db-card">
      <div class="db-card-head">
        <h2>{text(`trial.${name}`)}</h2>
        <span class={isGood ? 'db-badge db-badge-success' : 'db-badge db-badge-danger'}>
          {text(isGood ? 'trial.good' : 'trial.bad')}
        </span>
      </div>
      <p class="db-hint">{text(`trial.${name}.text`)}</p>
      <div class="db-trial-wire">
        <Lines title={text('trial.request')} lines={request} />
        <Lines title={text('trial.response')} lines={response} />
      </div>
    </li>
  );
};

/** What was seen of it, and no more than that. */
function outcomeOf(steps: readonly TrialStep[]): Phrase {
  const admitted = steps.every((step) => step.isGood) && steps.find((step) => step.admitted)?.admitted;
  if (!admitted) return say('trial.failed');
  const { granted, effective } = admitted;
  return (reader) => {
    const given = scopeName(granted)(reader);
    return effective === null
      ? reader.text(linkWords, 'trial.done.nothing', { given })
      : reader.text(linkWords, 'trial.done', { given, effective: scopeName(effective)(reader) });
  };
}

/** Each step of a trial, with what was sent and what came back. */
export const TrialStepsPage = ({ link, steps, addresses }: TrialStepsModel) => {
  const reader = useReader();
  const { text } = useWords();
  const isGood = steps.every((step) => step.isGood);
  return (
    <section aria-labelledby="db-trial-title">
      <TrialHead link={link} addresses={addresses} />
      <p
        class={`db-notice ${isGood ? 'db-notice-success' : 'db-notice-warning'}`}
        role="status"
        tabIndex={-1}
        autofocus
      >
        {outcomeOf(steps)(reader)}
      </p>
      <ol class="db-trial-steps">
        {steps.map((step) => (
          <Step key={step.name} step={step} />
        ))}
      </ol>
      <p class="db-hint">{text('trial.ended')}</p>
      <p class="db-actions db-spaced">
        <a class="db-button db-button-primary" href={addresses.link(link.id)}>
          {text('credentials.details')}
        </a>
        <a class="db-button" href={addresses.page(link.id, 'try')}>
          {text('trial.again')}
        </a>
      </p>
    </section>
  );
};
