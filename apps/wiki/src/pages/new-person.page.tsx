import { Anchor } from '../layout/anchor.js';
import { Field } from '../layout/field.js';
import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';
import { TitleBar } from './title-bar.js';

/** What was typed into the form for a new account. A password is never shown again. */
export interface PersonDraft {
  readonly username: string;
  readonly displayName: string;
  readonly email: string;
}

/** What the form for a new account shows. */
export interface NewPersonModel {
  readonly draft: PersonDraft;
  /** Why it could not be created, in a sentence. */
  readonly fault?: string | undefined;
}

/** Create an account. */
export function NewPersonPage({ draft, fault }: NewPersonModel) {
  return (
    <>
      <TitleBar title="Create a person" lead="New people may read. Groups let them do more." />
      {fault && <Notice tone="danger">{fault}</Notice>}
      <PostForm to="/admin/people/new" class="w-form">
        <Field name="displayName" label="Full name" value={draft.displayName} required autofocus maxLength={255} />
        <Field
          name="username"
          label="Username"
          value={draft.username}
          required
          maxLength={64}
          autocomplete="off"
          hint="Letters, digits, dot, dash, underscore and @. It stays as it is."
        />
        <Field name="email" label="Email" type="email" value={draft.email} hint="Optional." maxLength={255} />
        <Field name="password" label="First password" type="password" required autocomplete="new-password" />
        <div class="w-actions">
          <button type="submit" class="w-button w-button-primary">
            Create person
          </button>
          <Anchor to="/admin/people" class="w-button">
            Cancel
          </Anchor>
        </div>
      </PostForm>
    </>
  );
}
