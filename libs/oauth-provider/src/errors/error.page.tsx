import { type Phrase } from '../words/phrase.js';
import { useReader } from '../words/reader-context.js';
import { TechnicalDetails } from './technical-details.js';

/** What a person reads when something did not work. */
export interface ErrorModel {
  readonly title: Phrase;
  readonly text: Phrase;
  /** What they can do, where the text does not say it already. */
  readonly advice?: Phrase;
  /** The cause in the words of the field, for whoever builds the application. */
  readonly technical?: string;
}

/** A kind page for an error. */
export const ErrorPage = ({ title, text, advice, technical }: ErrorModel) => {
  const reader = useReader();
  return (
    <section class="db-card db-error" aria-labelledby="db-error-title">
      <h1 id="db-error-title">{title(reader)}</h1>
      <p>{text(reader)}</p>
      {advice && <p class="db-subtle">{advice(reader)}</p>}
      {technical !== undefined && <TechnicalDetails text={technical} />}
    </section>
  );
};
