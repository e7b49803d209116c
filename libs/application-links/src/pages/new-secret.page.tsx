import { Notice, type NoticeModel } from './notice.js';
import { overlaps } from './overlap.js';

/** What the form for a new secret shows. */
export interface NewSecretModel {
  readonly name: string;
  readonly overlap: number;
  readonly action: string;
  readonly cancel: string;
  readonly ticket: string;
  readonly notice: NoticeModel | null;
}

/** Asks for how long the old secret lives beside the new one. */
export const NewSecretPage = (model: NewSecretModel) => (
  <section class="db-card db-card-narrow" aria-labelledby="db-secret-title">
    <h1 id="db-secret-title">Create new secret for {model.name}</h1>
    <Notice notice={model.notice} />
    <p>
      Put the new secret into the application while the old one still works, and nobody notices the change. If the old
      one leaked, end it now.
    </p>
    <form method="post" action={model.action}>
      <fieldset class="db-field">
        <legend class="db-label">The old secret ends</legend>
        <div class="db-choices">
          {overlaps.map(({ seconds, words }) => (
            <label class="db-choice" key={seconds}>
              <input
                type="radio"
                name="overlap"
                value={seconds.toString()}
                checked={seconds === model.overlap}
                required
              />
              <span>{words}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <input type="hidden" name="ticket" value={model.ticket} />
      <div class="db-actions">
        <button class="db-button db-button-primary" type="submit">
          Create new secret
        </button>
        <a class="db-button db-button-subtle" href={model.cancel}>
          Cancel
        </a>
      </div>
    </form>
  </section>
);
