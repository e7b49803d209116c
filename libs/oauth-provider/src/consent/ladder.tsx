import { highestOf, type Scope } from 'nestjs-drawbridge/scopes';
import { useProviderWords } from '../words/provider-words.js';

/** One level the person may choose. */
export interface ConsentChoice {
  readonly scope: Scope;
  /** Whether the person holds this level themselves; what they do not hold has no effect. */
  readonly effective: boolean;
  readonly chosen: boolean;
}

const Meaning = ({ scope, effective, asked }: ConsentChoice & { readonly asked?: boolean }) => {
  const { text } = useProviderWords();
  return (
    <span>
      <span class="db-scope-head">
        <strong class="db-scope-title">{text(`scope.${scope}.title`)}</strong>
        <span class="db-scope-marks">
          {asked && <span class="db-badge">{text('consent.asked')}</span>}
          <span class="db-badge db-badge-success db-scope-included">{text('consent.included')}</span>
          {!effective && <span class="db-badge db-badge-warning">{text('consent.noEffect')}</span>}
        </span>
      </span>
      <span class="db-scope-sentence">{text(`scope.${scope}.sentence`)}</span>
    </span>
  );
};

const classOf = ({ effective }: ConsentChoice): string => (effective ? 'db-scope' : 'db-scope db-scope-muted');

/** How far the application may go: the levels up to what it asks for, the lowest first. */
export const Ladder = ({ choices }: { choices: readonly ConsentChoice[] }) => {
  const { text } = useProviderWords();
  const asked = highestOf(choices.map(({ scope }) => scope));
  if (asked === null) return null;
  return (
    <fieldset class="db-field">
      <legend class="db-label">{text('consent.howFar')}</legend>
      <p class="db-hint">{text('consent.howFar.hint', { asked: text(`scope.${asked}.title`) })}</p>
      <ul class="db-scope-list">
        {choices.map((choice) => (
          <li key={choice.scope} class={classOf(choice)}>
            <label class="db-choice">
              <input type="radio" name="scope" value={choice.scope} checked={choice.chosen} required />
              <Meaning {...choice} asked={choice.scope === asked} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
};

/** The only level there is. */
export const OnlyStep = (choice: ConsentChoice) => {
  const { text } = useProviderWords();
  return (
    <section class="db-field" aria-labelledby="db-consent-step">
      <h2 class="db-label" id="db-consent-step">
        {text('consent.asksTo')}
      </h2>
      <input type="hidden" name="scope" value={choice.scope} />
      <ul class="db-scope-list">
        <li class={classOf(choice)}>
          <div class="db-choice db-choice-only">
            <Meaning {...choice} />
          </div>
        </li>
      </ul>
    </section>
  );
};
