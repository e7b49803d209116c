import { Anchor } from './anchor.js';
import { type KeptText } from './kept-text.js';

/** What the page shows after a form failed as a whole. */
export interface UnsavedModel {
  /** What happened, in a sentence. */
  readonly sentence: string;
  readonly kept: readonly KeptText[];
  /** Where to sign in again, when that is what is missing. */
  readonly signIn?: string | undefined;
}

/** What was typed into a form that could not be handled. */
export function UnsavedPage({ sentence, kept, signIn }: UnsavedModel) {
  return (
    <>
      <h1>Not saved</h1>
      <p class="w-lead">{sentence} Here is what you typed. Copy it before you leave this page.</p>
      <div class="w-form w-form-wide w-spaced">
        {kept.map(({ field, label, text }) => (
          <div class="w-field" key={field}>
            <label for={`kept-${field}`}>{label}</label>
            <textarea class="w-input" id={`kept-${field}`} rows={field === 'body' ? 12 : 2} readOnly>
              {text.startsWith('\n') ? `\n${text}` : text}
            </textarea>
          </div>
        ))}
      </div>
      <p class="w-actions w-spaced">
        {signIn && (
          <Anchor to={signIn} class="w-button w-button-primary">
            Sign in
          </Anchor>
        )}
        <Anchor to="/" class="w-button">
          Back to the start
        </Anchor>
      </p>
    </>
  );
}
