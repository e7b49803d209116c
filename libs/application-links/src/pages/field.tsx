import { type Phrase, useReader } from 'nestjs-drawbridge/oauth-provider';
import { type ComponentChildren } from 'preact';
import { useWords } from '../words/link-words.js';

/** The problem of each field, by the id of its input. */
export type Problems = ReadonlyMap<string, Phrase>;

/** The attributes that tie an input to its hint and its problem. */
export function described(name: string, problems: Problems, hint = `${name}-hint`) {
  const isFaulty = problems.has(name);
  return {
    id: name,
    name,
    'aria-describedby': isFaulty ? `${hint} ${name}-problem` : hint,
    'aria-invalid': isFaulty ? ('true' as const) : undefined,
  };
}

/** The problem of a field, beside it. */
export const Problem = ({ name, problems }: { name: string; problems: Problems }) => {
  const reader = useReader();
  const phrase = problems.get(name);
  return phrase ? (
    <p class="db-error-text" id={`${name}-problem`}>
      {phrase(reader)}
    </p>
  ) : null;
};

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: ComponentChildren;
  readonly optional?: boolean;
  readonly problems: Problems;
  readonly children: ComponentChildren;
}

/** A labelled field with its hint and its problem. */
export const Field = ({ name, label, hint, optional, problems, children }: FieldProps) => {
  const { text } = useWords();
  return (
    <div class="db-field">
      <label class="db-label" for={name}>
        {label}
        {optional && <span class="db-optional"> {text('form.optional')}</span>}
      </label>
      {children}
      <p class="db-hint" id={`${name}-hint`}>
        {hint}
      </p>
      <Problem name={name} problems={problems} />
    </div>
  );
};

const anchors: Readonly<Record<string, string>> = { scopes: 'scope-READ', clientType: 'clientType-confidential' };

/** Everything that has to be put right, above the form. */
export const ProblemSummary = ({ problems }: { problems: Problems }) => {
  const reader = useReader();
  const { text } = useWords();
  return problems.size === 0 ? null : (
    <div class="db-errors" role="alert" tabIndex={-1} autofocus>
      <p>{text('form.problems')}</p>
      <ul>
        {[...problems].map(([name, phrase]) => (
          <li key={name}>
            <a href={`#${anchors[name] ?? name}`}>{phrase(reader)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
};
