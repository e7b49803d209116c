import { Anchor } from '../layout/anchor.js';
import { Field } from '../layout/field.js';
import { Notice } from '../layout/notice.js';
import { PostForm } from '../layout/post-form.js';
import type { Level } from '../people/level.js';
import { levelName } from './level-name.js';
import { type Pager, PagerLinks } from './pager.js';
import { Table } from './table.js';
import { TitleBar } from './title-bar.js';

/** A group in the list. */
export interface GroupSummary {
  readonly name: string;
  readonly members: number;
  /** The level the group gives; `null` for a group that gives none. */
  readonly level: Level | null;
}

/** What the list of groups shows. */
export interface GroupsModel {
  readonly groups: readonly GroupSummary[];
  readonly pager: Pager;
  /** A name that was typed but could not be used, and why. */
  readonly refused?: { readonly name: string; readonly fault: string } | undefined;
}

/** Every group, for administrators. */
export function GroupsPage({ groups, pager, refused }: GroupsModel) {
  return (
    <>
      <TitleBar title="Groups" lead="What a person may do follows from their groups; the highest counts." />
      {refused && <Notice tone="danger">{refused.fault}</Notice>}
      <Table label="Groups" columns={['Group', 'Lets people', 'Members']}>
        {groups.map((group) => (
          <tr key={group.name}>
            <th scope="row">
              <Anchor to={`/admin/groups/${encodeURIComponent(group.name)}`} class="w-link">
                {group.name}
              </Anchor>
            </th>
            <td class={group.level ? undefined : 'w-subtle'}>
              {group.level ? levelName(group.level) : 'Nothing more'}
            </td>
            <td>{group.members}</td>
          </tr>
        ))}
      </Table>
      <PagerLinks pager={pager} path="/admin/groups" />
      <section class="w-section" aria-labelledby="new-group">
        <h2 id="new-group">New group</h2>
        <PostForm to="/admin/groups" class="w-row w-form">
          <Field name="name" label="Name" value={refused?.name} required maxLength={255} />
          <button type="submit" class="w-button">
            Create group
          </button>
        </PostForm>
      </section>
    </>
  );
}
