import { Anchor } from '../layout/anchor.js';
import { Field } from '../layout/field.js';
import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';
import { TitleBar } from './title-bar.js';

/** What was typed into the form for a new space. */
export interface SpaceDraft {
  readonly name: string;
  readonly key: string;
  readonly description: string;
}

/** What the form for a new space shows. */
export interface NewSpaceModel {
  readonly draft: SpaceDraft;
  /** Why it could not be created, in a sentence. */
  readonly fault?: string | undefined;
}

/** Create a space. */
export function NewSpacePage({ draft, fault }: NewSpaceModel) {
  return (
    <>
      <TitleBar title="Create a space" />
      {fault && <Notice tone="danger">{fault}</Notice>}
      <PostForm to="/spaces/new" class="w-form" draft="space" unsaved={Boolean(fault)}>
        <Field name="name" label="Name" value={draft.name} required autofocus maxLength={200} />
        <Field
          name="key"
          label="Key"
          value={draft.key}
          required
          maxLength={64}
          hint="Letters and digits, for instance TEAM. It stands in the addresses of the space and stays as it is."
        />
        <Field name="description" label="Description" value={draft.description} rows={3} hint="Optional." />
        <div class="w-actions">
          <button type="submit" class="w-button w-button-primary">
            Create space
          </button>
          <Anchor to="/spaces" class="w-button">
            Cancel
          </Anchor>
        </div>
      </PostForm>
    </>
  );
}
