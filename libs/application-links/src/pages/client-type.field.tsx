import { useWords } from '../words/link-words.js';
import { described, Problem, type Problems } from './field.js';

interface ClientTypeFieldProps {
  readonly clientType: string;
  readonly problems: Problems;
  /** Whether the link is there already, so that its client type is decided. */
  readonly exists: boolean;
}

const clientTypes = ['confidential', 'public'] as const;

/** Whether an application can keep a secret. */
export const ClientTypeField = ({ clientType, problems, exists }: ClientTypeFieldProps) => {
  const { text } = useWords();
  return (
    <fieldset class="db-field" aria-describedby={described('clientType', problems)['aria-describedby']}>
      <legend class="db-label">{text('form.clientType')}</legend>
      <p class="db-hint" id="clientType-hint">
        {text(exists ? 'form.clientType.hint.exists' : 'form.clientType.hint')}
      </p>
      <Problem name="clientType" problems={problems} />
      <div class="db-choices">
        {clientTypes
          .filter((type) => !exists || type === clientType)
          .map((type) => (
            <label class="db-choice" key={type}>
              <input
                id={`clientType-${type}`}
                type="radio"
                name="clientType"
                value={type}
                checked={clientType === type}
                required
              />
              <span>
                <strong class="db-choice-title">{text(`form.${type}`)}</strong>
                <span class="db-choice-sentence">{text(`form.${type}.text`)}</span>
              </span>
            </label>
          ))}
      </div>
    </fieldset>
  );
};
