import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { Breadcrumbs, type LinkAbove } from './breadcrumbs.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Notice, type NoticeModel } from './notice.js';
import { overlaps } from './overlap.js';

/** What the form for a new secret shows. */
export interface NewSecretModel {
  readonly link: LinkAbove;
  readonly overlap: number;
  /** Whether there is no secret yet that could live on. */
  readonly isFirst: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly addresses: LinkAddresses;
  readonly ticket: string;
  readonly notice: NoticeModel | null;
}

/** Asks for how long the old secret lives beside the new one. */
export const NewSecretPage = (model: NewSecretModel) => {
  const reader = useReader();
  const { text, rich } = useWords();
  return (
    <section aria-labelledby="db-secret-title">
      <Breadcrumbs addresses={model.addresses} link={model.link} />
      <div class="db-card db-card-narrow">
        <h1 id="db-secret-title">{rich('newSecret.title', { name: <bdi>{model.link.name}</bdi> })}</h1>
        <Notice notice={model.notice} />
        <p>{text(model.isFirst ? 'newSecret.first' : 'newSecret.lead')}</p>
        <form method="post" action={model.addresses.page(model.link.id, 'secrets/new')}>
          {model.isFirst ? (
            <input type="hidden" name="overlap" value="0" />
          ) : (
            <fieldset class="db-field">
              <legend class="db-label">{text('newSecret.ends')}</legend>
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
                    <span>
                      <strong class="db-choice-title">{words(reader)}</strong>
                      <span class="db-choice-sentence">
                        {seconds === 0
                          ? text('newSecret.now.text')
                          : text('newSecret.later.text', { at: reader.minute(model.now + seconds * 1000) })}
                      </span>
                    </span>
                  </label>
                ))}
              </div>
            </fieldset>
          )}
          <input type="hidden" name="ticket" value={model.ticket} />
          <div class="db-actions">
            <button class="db-button db-button-primary" type="submit">
              {text('secrets.create')}
            </button>
            <a class="db-button db-button-subtle" href={model.addresses.link(model.link.id)}>
              {text('actions.cancel')}
            </a>
          </div>
        </form>
      </div>
    </section>
  );
};
