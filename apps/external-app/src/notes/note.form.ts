import { readField } from '../layout/form-fields.js';

/** A page as the person typed it. */
export interface NoteDraft {
  readonly space: string;
  readonly title: string;
  readonly text: string;
}

/** A typed page, or the sentence that says what is missing. */
export interface NoteForm {
  readonly draft: NoteDraft;
  readonly fault: string | undefined;
}

/** Reads the "write a page" form. */
export function readNoteForm(form: unknown): NoteForm {
  const draft = { space: readField(form, 'space'), title: readField(form, 'title'), text: readField(form, 'text') };
  if (!draft.title) return { draft, fault: 'Give the page a title.' };
  if (draft.title.length > 255) return { draft, fault: 'Keep the title under 256 characters.' };
  return { draft, fault: draft.space ? undefined : 'Choose a space.' };
}
