import { Anchor } from '../layout/anchor.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { When } from '../layout/when.js';
import { Breadcrumbs, type Trail } from './breadcrumbs.js';
import { Table } from './table.js';
import { TitleBar } from './title-bar.js';

/** One version of a page in its history. */
export interface VersionModel {
  readonly number: number;
  readonly title: string;
  readonly author: NamedPerson;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** What the author said of the change; may be empty. */
  readonly message: string;
}

/** What the history of a page shows. */
export interface HistoryModel {
  readonly id: string;
  readonly title: string;
  readonly trail: Trail;
  /** Newest first. */
  readonly versions: readonly VersionModel[];
}

/** Every version of a page. */
export function HistoryPage({ id, title, trail, versions }: HistoryModel) {
  return (
    <>
      <Breadcrumbs trail={trail} />
      <TitleBar title="Page history" lead={title}>
        <Anchor to={`/pages/${id}`} class="w-button">
          Back to the page
        </Anchor>
      </TitleBar>
      <Table label="Versions" columns={['Version', 'Title', 'Changed', 'By', 'What changed']} wideOnly={['Title']}>
        {versions.map((version, place) => (
          <tr key={version.number}>
            <th scope="row" class="w-nowrap">
              <Anchor class="w-link" to={versionPath(id, version, place)}>
                Version {version.number}
              </Anchor>{' '}
              {place === 0 && <span class="w-lozenge w-lozenge-success">Current</span>}
            </th>
            <td class="w-wide-only">{version.title}</td>
            <td class="w-nowrap">
              <When at={version.createdAt} />
            </td>
            <td>
              <PersonLink person={version.author} />
            </td>
            <td class={version.message ? undefined : 'w-subtle'}>{version.message || 'No comment'}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function versionPath(id: string, version: VersionModel, place: number): string {
  return place === 0 ? `/pages/${id}` : `/pages/${id}/versions/${version.number.toString()}`;
}
