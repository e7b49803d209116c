import { useWords } from '../words/link-words.js';

interface CopyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

/** Copies the text of another element. The script shows it, and says what it did in these words. */
export const CopyButton = ({ of, label }: { of: string; label: string }) => {
  const { text } = useWords();
  return (
    <button
      class="db-button"
      type="button"
      data-db-copy={of}
      data-db-copied={text('copy.done')}
      data-db-copied-spoken={text('copy.done.spoken')}
      data-db-by-hand={text('copy.byHand')}
      data-db-by-hand-spoken={text('copy.byHand.spoken')}
      aria-label={text('copy.label', { label })}
      hidden
    >
      {text('copy.button')}
    </button>
  );
};

/** A value to take along. Its button shows up where a script can work it. */
export const CopyField = ({ id, label, value }: CopyFieldProps) => (
  <div class="db-field">
    <label class="db-label" for={id}>
      {label}
    </label>
    <div class="db-copy">
      <input
        class="db-input db-mono"
        id={id}
        type="text"
        dir="ltr"
        value={value}
        readOnly
        spellcheck={false}
        autoComplete="off"
      />
      <CopyButton of={id} label={label} />
    </div>
  </div>
);
