import { type Phrase } from '../words/phrase.js';
import { useProviderWords } from '../words/provider-words.js';
import { useReader } from '../words/reader-context.js';

/** What a person reads when something did not work. */
export interface ErrorModel {
  readonly title: Phrase;
  readonly text: Phrase;
  /** The cause in the words of the field, for whoever builds the application. */
  readonly technical?: string;
}

/** A kind page for an error. */
export const ErrorPage = ({ title, text, technical }: ErrorModel) => {
  const reader = useReader();
  const words = useProviderWords();
  return (
    <section class="db-card db-error" aria-labelledby="db-error-title">
      <h1 id="db-error-title">{title(reader)}</h1>
      <p>{text(reader)}</p>
      {technical && (
        <details class="db-technical">
          <summary>{words.text('error.forDevelopers')}</summary>
          <p>
            <code>{technical}</code>
          </p>
        </details>
      )}
    </section>
  );
};
