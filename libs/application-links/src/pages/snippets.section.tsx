import { curlSnippet } from '../snippets/curl.snippet.js';
import { environmentSnippet } from '../snippets/environment.snippet.js';
import { nodeSnippet } from '../snippets/node.snippet.js';
import { pythonSnippet } from '../snippets/python.snippet.js';
import { type SnippetValues } from '../snippets/snippet-values.js';
import { useWords } from '../words/link-words.js';
import { CopyButton } from './copy-field.js';

const snippets = [
  ['environment', environmentSnippet],
  ['curl', curlSnippet],
  ['node', nodeSnippet],
  ['python', pythonSnippet],
] as const;

/** Programs that are filled in with the values of a link, one open at a time. */
export const SnippetsSection = ({ values }: { values: SnippetValues }) => {
  const { text } = useWords();
  return (
    <section class="db-card db-card-narrow" aria-labelledby="db-snippets-title">
      <h2 id="db-snippets-title">{text('snippets.title')}</h2>
      <p class="db-hint">{text('snippets.lead')}</p>
      {values.clientSecret !== null && <p class="db-hint">{text('snippets.secret')}</p>}
      {snippets.map(([name, write]) => {
        const code = write(values);
        const [id, label] = [`snippet-${name}`, text(`snippets.${name}`)];
        return (
          <details key={name} class="db-snippet" name="db-snippets">
            <summary>{label}</summary>
            <p class="db-hint" id={`${id}-hint`}>
              {text(`snippets.${name}.hint`)}
            </p>
            <textarea
              class="db-input db-mono db-code"
              id={id}
              dir="ltr"
              lang="en"
              rows={code.split('\n').length}
              wrap="off"
              aria-label={label}
              aria-describedby={`${id}-hint`}
              readOnly
              spellcheck={false}
              autoComplete="off"
            >
              {code}
            </textarea>
            <p class="db-actions">
              <CopyButton of={id} label={label} />
            </p>
          </details>
        );
      })}
    </section>
  );
};
