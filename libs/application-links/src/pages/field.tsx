import { type ComponentChildren } from 'preact';

/** The problem of each field, by the field's name. */
export type Problems = ReadonlyMap<string, string>;

/** The attributes that tie a field to its hint and its problem. */
export function described(name: string, problems: Problems) {
  const isFaulty = problems.has(name);
  return {
    id: name,
    name,
    'aria-describedby': isFaulty ? `${name}-hint ${name}-problem` : `${name}-hint`,
    'aria-invalid': isFaulty ? ('true' as const) : undefined,
  };
}

/** The problem of a field, beside it. */
export const Problem = ({ name, problems }: { name: string; problems: Problems }) =>
  problems.has(name) ? (
    <p class="db-error-text" id={`${name}-problem`}>
      {problems.get(name)}
    </p>
  ) : null;

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint: ComponentChildren;
  readonly optional?: boolean;
  readonly problems: Problems;
  readonly children: ComponentChildren;
}

/** A labelled field with its hint and its problem. */
export const Field = ({ name, label, hint, optional, problems, children }: FieldProps) => (
  <div class="db-field">
    <label class="db-label" for={name}>
      {label}
      {optional && <span class="db-optional"> (optional)</span>}
    </label>
    {children}
    <p class="db-hint" id={`${name}-hint`}>
      {hint}
    </p>
    <Problem name={name} problems={problems} />
  </div>
);

const anchors: Readonly<Record<string, string>> = { scopes: 'scope-READ', clientType: 'clientType-confidential' };

/** Everything that has to be put right, above the form. */
export const ProblemSummary = ({ problems }: { problems: Problems }) =>
  problems.size === 0 ? null : (
    <div class="db-errors" role="alert" tabIndex={-1}>
      <p>Nothing was saved yet. Please look at this again:</p>
      <ul>
        {[...problems].map(([name, message]) => (
          <li key={name}>
            <a href={`#${anchors[name] ?? name}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
