import { Anchor } from '../layout/anchor.js';
import { Field } from '../layout/field.js';
import { PostForm } from '../layout/post-form.js';

/** What somebody typed, or is about to. Kept whatever becomes of the attempt to save it. */
export interface PageDraft {
  readonly title: string;
  /** Storage format, as typed. */
  readonly body: string;
  /** A word about the change; may be empty. */
  readonly message: string;
}

interface PageFormProps {
  /** Where it is posted, a path of the wiki. */
  readonly to: string;
  /** Where Cancel leads. */
  readonly cancel: string;
  /** Names the text in the browser's own keeping. */
  readonly keptAs: string;
  readonly draft: PageDraft;
  /** The version the text is based on; none for a new page. */
  readonly version?: number;
  readonly parent?: string | undefined;
  readonly submit: string;
  /** Whether the wiki has just refused to save this text. */
  readonly unsaved: boolean;
}

/** Title and text of a page. */
export function PageForm({ to, cancel, keptAs, draft, version, parent, submit, unsaved }: PageFormProps) {
  return (
    <PostForm to={to} class="w-form w-form-wide" draft={keptAs} unsaved={unsaved}>
      {version !== undefined && <input type="hidden" name="version" value={version} />}
      {parent && <input type="hidden" name="parent" value={parent} />}
      <Field
        name="title"
        label="Title"
        value={draft.title}
        class="w-input-title"
        autofocus={!draft.title}
        required
        maxLength={255}
      />
      <Field
        name="body"
        label="Text"
        value={draft.body}
        rows={20}
        class="w-editor"
        hint="Storage format: paragraphs, headings, lists, tables and links as HTML. Script is taken out on saving."
      />
      {version !== undefined && (
        <Field name="message" label="What did you change?" value={draft.message} hint="Optional." maxLength={255} />
      )}
      <div class="w-actions">
        <button type="submit" class="w-button w-button-primary">
          {submit}
        </button>
        <Anchor to={cancel} class="w-button">
          Cancel
        </Anchor>
      </div>
    </PostForm>
  );
}
