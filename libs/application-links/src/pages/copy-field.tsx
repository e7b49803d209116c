interface CopyFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
}

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
        value={value}
        readOnly
        spellcheck={false}
        autoComplete="off"
      />
      <button class="db-button" type="button" data-db-copy={id} aria-label={`Copy ${label}`} hidden>
        Copy
      </button>
    </div>
  </div>
);
