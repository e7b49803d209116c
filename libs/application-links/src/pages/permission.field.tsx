import { useProviderWords, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type Scope, SCOPES, upTo } from 'nestjs-drawbridge/scopes';
import { useWords } from '../words/link-words.js';
import { described, Problem, type Problems } from './field.js';

interface PermissionFieldProps {
  /** The permission that is chosen, or whatever was sent instead. */
  readonly scope: string;
  readonly problems: Problems;
}

const Rung = ({ scope, isChosen }: { scope: Scope; isChosen: boolean }) => {
  const { text } = useWords();
  const reader = useReader();
  const provider = useProviderWords();
  const below = upTo(scope).slice(0, -1);
  return (
    <label class="db-choice db-rung">
      <input id={`scope-${scope}`} type="radio" name="scope" value={scope} checked={isChosen} required />
      <span>
        <strong class="db-choice-title">{provider.text(`scope.${scope}.name`)}</strong>
        <span class="db-choice-sentence">{provider.text(`scope.${scope}.title`)}</span>
        <span class="db-choice-sentence">{text(`form.scope.${scope}`)}</span>
        {below.length > 0 && (
          <span class="db-rung-includes">
            {text('form.scopes.includes', {
              scopes: reader.list(below.map((included) => provider.text(`scope.${included}.name`))),
            })}
          </span>
        )}
        <span class="db-badge db-rung-included">{text('form.scopes.included')}</span>
      </span>
    </label>
  );
};

/** The ladder of permissions. What the chosen one includes is marked by the style sheet alone. */
export const PermissionField = ({ scope, problems }: PermissionFieldProps) => {
  const { text } = useWords();
  return (
    <fieldset class="db-field" aria-describedby={described('scopes', problems)['aria-describedby']}>
      <legend class="db-label">{text('form.scopes')}</legend>
      <p class="db-hint" id="scopes-hint">
        {text('form.scopes.hint')} <strong>{text('form.scopes.reminder')}</strong>
      </p>
      <Problem name="scopes" problems={problems} />
      <div class="db-choices">
        {SCOPES.map((rung) => (
          <Rung key={rung} scope={rung} isChosen={rung === scope} />
        ))}
      </div>
    </fieldset>
  );
};
