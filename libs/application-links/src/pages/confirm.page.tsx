import { type Phrase, useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';
import { Notice, type NoticeModel } from './notice.js';

/** What somebody is asked before something stops. */
export interface ConfirmModel {
  readonly title: Phrase;
  /** What will happen, a paragraph each. */
  readonly sentences: readonly Phrase[];
  readonly button: Phrase;
  readonly isDangerous: boolean;
  readonly action: string;
  readonly cancel: string;
  readonly ticket: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly notice: NoticeModel | null;
}

/** Asks before something stops or starts. */
export const ConfirmPage = (model: ConfirmModel) => {
  const reader = useReader();
  const { text } = useWords();
  return (
    <section class="db-card db-card-narrow" aria-labelledby="db-confirm-title">
      <h1 id="db-confirm-title">{model.title(reader)}</h1>
      <Notice notice={model.notice} />
      {model.sentences.map((sentence, index) => (
        <p key={index}>{sentence(reader)}</p>
      ))}
      <form method="post" action={model.action}>
        <input type="hidden" name="ticket" value={model.ticket} />
        {Object.entries(model.fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div class="db-actions">
          <button class={`db-button db-button-primary ${model.isDangerous ? 'db-button-danger' : ''}`} type="submit">
            {model.button(reader)}
          </button>
          <a class="db-button db-button-subtle" href={model.cancel}>
            {text('actions.cancel')}
          </a>
        </div>
      </form>
    </section>
  );
};
