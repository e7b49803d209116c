import { type PersonModel, PersonPage } from './person.page.js';

/** What the visitor's own profile shows. */
export interface ProfileModel {
  readonly person: PersonModel;
  readonly email: string | null;
}

/** The visitor's own profile. */
export function ProfilePage({ person, email }: ProfileModel) {
  return (
    <>
      <PersonPage {...person} />
      <dl class="w-facts w-facts-more">
        <dt>Email</dt>
        <dd>{email ?? 'Not given'}</dd>
      </dl>
    </>
  );
}
