import { type Phrase, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type Reliance } from '../authorizations/link-reliance.service.js';
import { useWords } from '../words/link-words.js';
import { Breadcrumbs, type LinkAbove } from './breadcrumbs.js';
import { KeyFigures } from './key-figures.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Notice, type NoticeModel } from './notice.js';

/** What somebody is asked before something stops. */
export interface ConfirmModel {
  readonly title: Phrase;
  /** What will happen, a paragraph each. */
  readonly sentences: readonly Phrase[];
  readonly button: Phrase;
  readonly isDangerous: boolean;
  readonly link: LinkAbove;
  readonly addresses: LinkAddresses;
  readonly action: string;
  readonly cancel: string;
  readonly ticket: string;
  readonly fields?: Readonly<Record<string, string>>;
  /** What stops with it, in numbers. */
  readonly reliance?: Reliance;
  /** Where a name has to be typed before it happens: the name, and what was typed in its place. */
  readonly name?: string;
  readonly typed?: string | undefined;
  readonly notice: NoticeModel | null;
}

const NameField = ({ name, typed }: { name: string; typed: string | undefined }) => {
  const { text, rich } = useWords();
  const isWrong = typed !== undefined;
  return (
    <div class="db-field">
      <label class="db-label" for="name">
        {rich('confirm.name', { name: <bdi class="db-confirm-name">{name}</bdi> })}
      </label>
      <input
        class="db-input"
        id="name"
        name="name"
        value={typed ?? ''}
        required
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        dir="auto"
        autofocus={isWrong}
        aria-invalid={isWrong ? 'true' : undefined}
        aria-describedby={isWrong ? 'name-hint name-problem' : 'name-hint'}
      />
      <p class="db-hint" id="name-hint">
        {text('confirm.name.hint')}
      </p>
      {isWrong && (
        <p class="db-error-text" id="name-problem" role="alert">
          {text(typed.trim() === '' ? 'confirm.name.missing' : 'confirm.name.wrong')}
        </p>
      )}
    </div>
  );
};

/** Asks before something stops or starts. */
export const ConfirmPage = (model: ConfirmModel) => {
  const reader = useReader();
  const { text } = useWords();
  return (
    <section aria-labelledby="db-confirm-title">
      <Breadcrumbs addresses={model.addresses} link={model.link} />
      <div class="db-card db-card-narrow">
        <h1 id="db-confirm-title">{model.title(reader)}</h1>
        <Notice notice={model.notice} />
        {model.sentences.map((sentence, index) => (
          <p key={index}>{sentence(reader)}</p>
        ))}
        {model.reliance && <KeyFigures reliance={model.reliance} />}
        <form method="post" action={model.action}>
          <input type="hidden" name="ticket" value={model.ticket} />
          {Object.entries(model.fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {model.name !== undefined && <NameField name={model.name} typed={model.typed} />}
          <div class="db-actions">
            <button class={`db-button db-button-primary ${model.isDangerous ? 'db-button-danger' : ''}`} type="submit">
              {model.button(reader)}
            </button>
            <a class="db-button db-button-subtle" href={model.cancel}>
              {text('actions.cancel')}
            </a>
          </div>
        </form>
      </div>
    </section>
  );
};
