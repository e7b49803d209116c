import { useProviderWords } from '../words/provider-words.js';

const id = 'db-technical';

/** The cause of an error for the developer of the application, folded away and ready to be copied. */
export const TechnicalDetails = ({ text: cause }: { readonly text: string }) => {
  const { text } = useProviderWords();
  return (
    <details class="db-technical">
      <summary>{text('error.forDevelopers')}</summary>
      <pre id={id} lang="en" dir="ltr">
        <code>{cause}</code>
      </pre>
      <button
        class="db-button db-button-small"
        type="button"
        hidden
        aria-label={text('copy.label')}
        data-db-copy={id}
        data-db-copied={text('copy.done')}
        data-db-copied-spoken={text('copy.done.spoken')}
        data-db-by-hand={text('copy.byHand')}
        data-db-by-hand-spoken={text('copy.byHand.spoken')}
      >
        {text('copy.button')}
      </button>
    </details>
  );
};
