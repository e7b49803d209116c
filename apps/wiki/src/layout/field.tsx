import type { JSX } from 'preact';

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value?: string | undefined;
  readonly type?: 'text' | 'password' | 'email';
  readonly hint?: string;
  /** What is wrong with the value, in a sentence. */
  readonly fault?: string | undefined;
  readonly required?: boolean;
  readonly autofocus?: boolean;
  readonly autocomplete?: string;
  readonly maxLength?: number;
  /** Makes it a text area of so many lines. */
  readonly rows?: number;
  readonly class?: string;
}

/** A labelled input with its hint and its fault, tied together for screen readers. */
export function Field({
  name,
  label,
  value = '',
  type = 'text',
  hint,
  fault,
  rows,
  class: extra,
  ...rest
}: FieldProps) {
  const notes = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : ''].filter(Boolean).join(' ');
  const shared = {
    id: name,
    name,
    class: extra ? `w-input ${extra}` : 'w-input',
    'aria-invalid': fault ? ('true' as const) : undefined,
    'aria-describedby': notes || undefined,
    ...rest,
  } satisfies JSX.IntrinsicElements['textarea'];
  const attributes = { ...shared, type, value } as JSX.IntrinsicElements['input'];
  return (
    <div class="w-field">
      <label for={name}>{label}</label>
      {rows ? <TextArea {...shared} rows={rows} value={value} /> : <input {...attributes} />}
      {hint && (
        <p class="w-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="w-fault" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** HTML drops the first line break inside a text area; one more keeps the text as it was typed. */
function TextArea({ value, ...rest }: JSX.IntrinsicElements['textarea'] & { value: string }) {
  return <textarea {...rest}>{value.startsWith('\n') ? `\n${value}` : value}</textarea>;
}
