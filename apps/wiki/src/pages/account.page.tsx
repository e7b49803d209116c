import { Anchor } from '../layout/anchor.js';
import { Field } from '../layout/field.js';
import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';
import { When } from '../layout/when.js';
import { levelName } from './level-name.js';
import { AccountState } from './people.page.js';
import { type PersonModel } from './person.page.js';
import { TitleBar } from './title-bar.js';

/** What the administration of one account shows. */
export interface AccountModel {
  readonly person: PersonModel;
  readonly email: string | null;
  /** The groups the person is not in yet. */
  readonly otherGroups: readonly string[];
  /** Whether this is the administrator's own account, which nobody disables by accident. */
  readonly isOwn: boolean;
  /** What was done just now, in a sentence. */
  readonly done?: string | undefined;
  /** Why it could not be done, in a sentence. */
  readonly fault?: string | undefined;
}

/** One account, for administrators. */
export function AccountPage({ person, email, otherGroups, isOwn, done, fault }: AccountModel) {
  const path = `/admin/people/${encodeURIComponent(person.username)}`;
  return (
    <>
      <nav class="w-crumbs" aria-label="Breadcrumbs">
        <ol>
          <li>
            <Anchor to="/admin/people">People</Anchor>
          </li>
        </ol>
      </nav>
      <TitleBar title={person.displayName}>
        {!isOwn && (
          <PostForm to={`${path}/${person.active ? 'disable' : 'enable'}`}>
            <button type="submit" class="w-button">
              {person.active ? 'Disable' : 'Enable'}
            </button>
          </PostForm>
        )}
      </TitleBar>
      {done && <Notice tone="success">{done}</Notice>}
      {fault && <Notice tone="danger">{fault}</Notice>}
      <dl class="w-facts">
        <dt>Username</dt>
        <dd>{person.username}</dd>
        <dt>Email</dt>
        <dd>{email ?? 'Not given'}</dd>
        <dt>State</dt>
        <dd>
          <AccountState active={person.active} />
        </dd>
        <dt>May</dt>
        <dd>{levelName(person.level)}</dd>
        <dt>Created</dt>
        <dd>
          <When at={person.createdAt} />
        </dd>
      </dl>
      <Groups path={path} person={person} otherGroups={otherGroups} />
      {!isOwn && (
        <section class="w-section" aria-labelledby="new-password">
          <h2 id="new-password">New password</h2>
          <PostForm to={`${path}/password`} class="w-row w-form">
            <Field name="password" label="Password" type="password" required autocomplete="new-password" />
            <button type="submit" class="w-button">
              Set password
            </button>
          </PostForm>
          <p class="w-hint">Ends every session of this person.</p>
        </section>
      )}
    </>
  );
}

interface GroupsProps {
  readonly path: string;
  readonly person: PersonModel;
  readonly otherGroups: readonly string[];
}

function Groups({ path, person, otherGroups }: GroupsProps) {
  return (
    <section class="w-section" aria-labelledby="groups">
      <h2 id="groups">Groups</h2>
      {person.groups.length > 0 ? (
        <ul class="w-list w-list-narrow">
          {person.groups.map((group) => (
            <li key={group}>
              {group}
              <PostForm to={`${path}/groups/remove`}>
                <input type="hidden" name="group" value={group} />
                <button type="submit" class="w-button w-button-small" aria-label={`Remove from ${group}`}>
                  Remove
                </button>
              </PostForm>
            </li>
          ))}
        </ul>
      ) : (
        <p class="w-subtle">In no group.</p>
      )}
      {otherGroups.length > 0 && (
        <PostForm to={`${path}/groups/add`} class="w-row w-form w-spaced">
          <div class="w-field">
            <label for="group">Add to group</label>
            <select class="w-input" id="group" name="group">
              {otherGroups.map((group) => (
                <option key={group}>{group}</option>
              ))}
            </select>
          </div>
          <button type="submit" class="w-button">
            Add
          </button>
        </PostForm>
      )}
    </section>
  );
}
