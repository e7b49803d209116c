import { described, Problem, type Problems } from './field.js';

interface SwitchFieldProps {
  readonly name: string;
  readonly label: string;
  /** What it does when it is on, and what to think of before. */
  readonly hint: string;
  readonly checked: boolean;
  readonly problems: Problems;
}

/** A setting that is on or off, with what it does and its problem. */
export const SwitchField = ({ name, label, hint, checked, problems }: SwitchFieldProps) => (
  <div class="db-field">
    <label class="db-choice db-choice-plain">
      <input {...described(name, problems)} type="checkbox" value="yes" checked={checked} />
      <span>
        <span class="db-choice-title">{label}</span>
        <span class="db-choice-sentence" id={`${name}-hint`}>
          {hint}
        </span>
      </span>
    </label>
    <Problem name={name} problems={problems} />
  </div>
);
