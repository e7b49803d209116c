import { Field } from '../layout/field.js';
import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';

/** What the sign-in page shows. */
export interface LoginModel {
  /** Where to go on afterwards: a path of this wiki. */
  readonly returnTo: string;
  readonly username?: string;
  /** Why the last try did not work, in a sentence. */
  readonly fault?: string;
}

/** Sign in. */
export function LoginPage({ returnTo, username, fault }: LoginModel) {
  return (
    <>
      <h1>Sign in</h1>
      <PostForm to="/login" class="w-form w-login">
        {fault && <Notice tone="danger">{fault}</Notice>}
        <input type="hidden" name="returnTo" value={returnTo} />
        <Field
          name="username"
          label="Username"
          value={username}
          autocomplete="username"
          autofocus={!username}
          required
          maxLength={64}
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autocomplete="current-password"
          autofocus={Boolean(username)}
          required
        />
        <button type="submit" class="w-button w-button-primary w-button-wide">
          Sign in
        </button>
      </PostForm>
    </>
  );
}
