import { Anchor } from '../layout/anchor.js';
import { type Pager, PagerLinks } from './pager.js';
import { type AccountSummary, AccountState } from './people.page.js';
import { Table } from './table.js';
import { TitleBar } from './title-bar.js';

/** What one group shows. */
export interface GroupModel {
  readonly name: string;
  readonly members: readonly Omit<AccountSummary, 'level'>[];
  readonly pager: Pager;
}

/** One group and who is in it. */
export function GroupPage({ name, members, pager }: GroupModel) {
  return (
    <>
      <nav class="w-crumbs" aria-label="Breadcrumbs">
        <ol>
          <li>
            <Anchor to="/admin/groups">Groups</Anchor>
          </li>
        </ol>
      </nav>
      <TitleBar title={name} />
      {members.length > 0 ? (
        <Table label="Members" columns={['Name', 'Username', 'State']}>
          {members.map((person) => (
            <tr key={person.username}>
              <th scope="row">
                <Anchor to={`/admin/people/${encodeURIComponent(person.username)}`} class="w-link">
                  {person.displayName}
                </Anchor>
              </th>
              <td>{person.username}</td>
              <td>
                <AccountState active={person.active} />
              </td>
            </tr>
          ))}
        </Table>
      ) : (
        <p class="w-empty">Nobody is in this group.</p>
      )}
      <PagerLinks pager={pager} path={`/admin/groups/${encodeURIComponent(name)}`} />
    </>
  );
}
