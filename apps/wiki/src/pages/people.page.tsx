import type { Level } from '../people/level.js';
import { Anchor } from '../layout/anchor.js';
import { levelName } from './level-name.js';
import { type Pager, PagerLinks } from './pager.js';
import { Table } from './table.js';
import { TitleBar } from './title-bar.js';

/** An account in the list. */
export interface AccountSummary {
  readonly username: string;
  readonly displayName: string;
  readonly active: boolean;
  readonly level: Level | null;
}

/** What the list of accounts shows. */
export interface PeopleModel {
  readonly people: readonly AccountSummary[];
  readonly pager: Pager;
}

/** Every account, for administrators. */
export function PeoplePage({ people, pager }: PeopleModel) {
  return (
    <>
      <TitleBar title="People">
        <Anchor to="/admin/people/new" class="w-button">
          Create person
        </Anchor>
      </TitleBar>
      <Table label="People" columns={['Name', 'Username', 'May', 'State']}>
        {people.map((person) => (
          <tr key={person.username}>
            <th scope="row">
              <Anchor to={`/admin/people/${encodeURIComponent(person.username)}`} class="w-link">
                {person.displayName}
              </Anchor>
            </th>
            <td>{person.username}</td>
            <td>{levelName(person.level)}</td>
            <td>
              <AccountState active={person.active} />
            </td>
          </tr>
        ))}
      </Table>
      <PagerLinks pager={pager} path="/admin/people" />
    </>
  );
}

/** Whether somebody may sign in. */
export function AccountState({ active }: { readonly active: boolean }) {
  return active ? (
    <span class="w-lozenge w-lozenge-success">Active</span>
  ) : (
    <span class="w-lozenge w-lozenge-warning">Disabled</span>
  );
}
