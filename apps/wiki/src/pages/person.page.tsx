import { Avatar } from '../layout/avatar.js';
import { When } from '../layout/when.js';
import { levelName } from './level-name.js';
import type { Level } from '../people/level.js';

/** A person as every other person may see them. */
export interface PersonModel {
  readonly username: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly level: Level | null;
  readonly groups: readonly string[];
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Shown to the person themselves only: `null` when they gave none, left out for everybody else. */
  readonly email?: string | null;
}

/** A person of the wiki. */
export function PersonPage(person: PersonModel) {
  return (
    <>
      <div class="w-person">
        <Avatar name={person.displayName} large />
        <div>
          <h1>{person.displayName}</h1>
          <p class="w-byline">
            <span>{person.username}</span>
            {!person.active && <span class="w-lozenge w-lozenge-warning">Disabled</span>}
          </p>
        </div>
      </div>
      <dl class="w-facts">
        <dt>May</dt>
        <dd>{levelName(person.level)}</dd>
        <dt>Groups</dt>
        <dd>{person.groups.join(', ') || 'None'}</dd>
        {person.email !== undefined && (
          <>
            <dt>Email</dt>
            <dd>{person.email ?? 'Not given'}</dd>
          </>
        )}
        <dt>Member since</dt>
        <dd>
          <When at={person.createdAt} />
        </dd>
      </dl>
    </>
  );
}
