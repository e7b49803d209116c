import { Field } from '../layout/field.js';
import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';
import { TitleBar } from './title-bar.js';

/** What the form for a new password shows. */
export interface PasswordModel {
  readonly changed?: boolean;
  /** Why it could not be changed, in a sentence. */
  readonly fault?: string | undefined;
}

/** Change one's own password. */
export function PasswordPage({ changed, fault }: PasswordModel) {
  return (
    <>
      <TitleBar title="Change password" />
      {changed && <Notice tone="success">Your password is changed.</Notice>}
      {fault && <Notice tone="danger">{fault}</Notice>}
      <PostForm to="/profile/password" class="w-form">
        <Field
          name="currentPassword"
          label="Current password"
          type="password"
          autocomplete="current-password"
          required
        />
        <Field name="newPassword" label="New password" type="password" autocomplete="new-password" required />
        <Field name="repeated" label="New password again" type="password" autocomplete="new-password" required />
        <div class="w-actions">
          <button type="submit" class="w-button w-button-primary">
            Change password
          </button>
        </div>
      </PostForm>
    </>
  );
}
