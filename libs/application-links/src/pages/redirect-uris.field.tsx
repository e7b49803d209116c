import { mostRedirectUris } from '../form/field-rules.js';
import { useWords } from '../words/link-words.js';
import { described, Problem, type Problems } from './field.js';

/** The id of the input for one of the redirect URLs, counted from 0. */
export const redirectUriId = (index: number): string =>
  index === 0 ? 'redirectUris' : `redirectUris-${index.toString()}`;

interface RedirectUrisFieldProps {
  /** What stands in the inputs; the first is there also when nothing is. */
  readonly uris: readonly string[];
  readonly problems: Problems;
}

const Row = ({ index, uri, problems }: { index: number; uri: string; problems: Problems }) => {
  const { text } = useWords();
  const id = redirectUriId(index);
  return (
    <div class="db-row">
      <label class={index === 0 ? 'db-label' : 'db-visually-hidden'} for={id}>
        {text(index === 0 ? 'form.redirectUris' : 'form.redirectUris.more')}
      </label>
      <input
        {...described(id, problems, 'redirectUris-hint')}
        name="redirectUris"
        class="db-input db-mono"
        type="text"
        inputMode="url"
        dir="ltr"
        value={uri}
        required={index === 0}
        spellcheck={false}
        autoCapitalize="off"
        autoComplete="off"
      />
      <Problem name={id} problems={problems} />
    </div>
  );
};

/** Where an application may send people back to: an input for each address, and a button for one more. */
export const RedirectUrisField = ({ uris, problems }: RedirectUrisFieldProps) => {
  const { text } = useWords();
  const shown = uris.length === 0 ? [''] : uris;
  return (
    <div class="db-field" data-db-rows={mostRedirectUris} data-db-more={text('form.redirectUris.more')}>
      {shown.map((uri, index) => (
        <Row key={index} index={index} uri={uri} problems={problems} />
      ))}
      <p class="db-hint" id="redirectUris-hint">
        {text('form.redirectUris.hint')}
      </p>
      {shown.length < mostRedirectUris && (
        <p class="db-actions">
          <button class="db-button db-button-small" type="submit" name="add" value="redirectUri" formNoValidate>
            {text('form.redirectUris.add')}
          </button>
        </p>
      )}
    </div>
  );
};
