import { type Scope, SCOPE_WORDS } from 'nestjs-drawbridge/scopes';

/** One level the person may choose. */
export interface ConsentChoice {
  readonly scope: Scope;
  /** Whether the person holds this level themselves; what they do not hold has no effect. */
  readonly effective: boolean;
  readonly chosen: boolean;
}

/** What the consent page shows. */
export interface ConsentModel {
  readonly applicationName: string;
  readonly personName: string;
  readonly makerName: string | null;
  readonly madeOn: Date;
  /** Where the person is sent afterwards, in words. */
  readonly destination: string;
  readonly choices: readonly ConsentChoice[];
  /** For how long a yes is remembered, in words; `null` when it is not. */
  readonly rememberedFor: string | null;
  readonly action: string;
  readonly request: string;
  readonly ticket: string;
  /** Why the page is shown again. */
  readonly notice: string | null;
}

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

const Choice = ({ scope, effective, chosen }: ConsentChoice) => (
  <li class={effective ? 'db-scope' : 'db-scope db-scope-muted'}>
    <label class="db-choice">
      <input type="radio" name="scope" value={scope} checked={chosen} required />
      <span>
        <strong class="db-scope-title">{SCOPE_WORDS[scope].title}</strong>
        <span class="db-scope-sentence">{SCOPE_WORDS[scope].sentence}</span>
        {!effective && <span class="db-badge">No effect: your own account cannot do this</span>}
      </span>
    </label>
  </li>
);

/** Asks a person whether an application may act in their name, and how far. */
export const ConsentPage = (model: ConsentModel) => (
  <section class="db-card db-consent" aria-labelledby="db-consent-title">
    <h1 id="db-consent-title">Let {model.applicationName} in?</h1>
    {model.notice && (
      <p class="db-notice db-notice-warning" role="status">
        {model.notice}
      </p>
    )}
    <p>
      <strong>{model.applicationName}</strong> asks to use this wiki in your name, {model.personName}. It can never do
      more than you can, and you can withdraw this at any time in your profile.
    </p>
    <form method="post" action={model.action}>
      <fieldset class="db-field">
        <legend class="db-label">{model.choices.length > 1 ? 'How far may it go?' : 'It asks to'}</legend>
        {model.choices.length > 1 && <p class="db-hint">Each line includes the ones above it.</p>}
        <ul class="db-scope-list">
          {model.choices.map((choice) => (
            <Choice key={choice.scope} {...choice} />
          ))}
        </ul>
      </fieldset>
      <dl class="db-facts">
        <dt>You will be sent to</dt>
        <dd>{model.destination}</dd>
        <dt>Linked to this wiki by</dt>
        <dd>
          {model.makerName ?? 'a person who is gone'}, on{' '}
          <time dateTime={model.madeOn.toISOString()}>{day.format(model.madeOn)}</time>
        </dd>
      </dl>
      {model.rememberedFor !== null && (
        <div class="db-spaced">
          <p class="db-hint">
            If you allow this, the wiki remembers it in this browser for {model.rememberedFor}. When{' '}
            {model.applicationName} asks the very same again, you are sent on without this page. Withdraw it in your
            profile, and you are asked again.
          </p>
        </div>
      )}
      <input type="hidden" name="request" value={model.request} />
      <input type="hidden" name="ticket" value={model.ticket} />
      <div class="db-actions">
        <button class="db-button db-button-primary" type="submit" name="answer" value="allow">
          Allow
        </button>
        <button class="db-button" type="submit" name="answer" value="deny" formNoValidate>
          Deny
        </button>
      </div>
    </form>
  </section>
);
