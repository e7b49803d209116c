import { Anchor } from './anchor.js';
import { Avatar } from './avatar.js';
import { PostForm } from './post-form.js';
import { type SignedInUser } from '../people/signed-in-user.js';

interface ProfileMenuProps {
  readonly person: SignedInUser;
}

/** The visitor's own menu: profile, what they let in, the way out. */
export function ProfileMenu({ person }: ProfileMenuProps) {
  return (
    <details class="w-menu w-menu-round" name="header-menu">
      <summary title={person.displayName}>
        <Avatar name={person.displayName} />
        <span class="w-hidden">Your profile: {person.displayName}</span>
      </summary>
      <div class="w-menu-panel">
        <p class="w-menu-title">
          <strong>{person.displayName}</strong>
          {person.username}
        </p>
        <hr />
        <ul>
          <li>
            <Anchor to="/profile" class="w-menu-item">
              Profile
            </Anchor>
          </li>
          <li>
            <Anchor to="/profile/authorized-applications" class="w-menu-item">
              Authorized applications
            </Anchor>
          </li>
        </ul>
        <hr />
        <PostForm to="/logout">
          <button type="submit" class="w-menu-item">
            Sign out
          </button>
        </PostForm>
      </div>
    </details>
  );
}
