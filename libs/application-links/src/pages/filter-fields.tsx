import { type ComponentChildren } from 'preact';

/** Something to choose, as it is sent and as it is shown. */
export type Choice = readonly [value: string, text: string];

interface LabelledProps {
  /** Of the control inside. */
  readonly id: string;
  readonly label: string;
  /** What may be given; read with the control. */
  readonly hint?: string | undefined;
  /** Whether the hint says why what was given cannot be. */
  readonly isWrong?: boolean;
  readonly children: ComponentChildren;
}

/** A question of a filter with its label and hint. The control says `aria-describedby` with the id and `-hint`. */
export const Labelled = ({ id, label, hint, isWrong = false, children }: LabelledProps) => (
  <div class="db-field">
    <label class="db-label" for={id}>
      {label}
    </label>
    {children}
    {hint !== undefined && (
      <p class={isWrong ? 'db-error-text' : 'db-hint'} id={`${id}-hint`}>
        {hint}
      </p>
    )}
  </div>
);

interface ChoicesProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** What stands for no choice. */
  readonly any: string;
  readonly chosen: string | null;
  readonly choices: readonly Choice[];
}

/** One of several things, or none. */
export const Choices = ({ id, name, label, any, chosen, choices }: ChoicesProps) => (
  <Labelled id={id} label={label}>
    <select class="db-input" id={id} name={name}>
      <option value="">{any}</option>
      {choices.map(([value, text]) => (
        <option key={value} value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </Labelled>
);
