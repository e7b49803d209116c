import { Anchor } from '../layout/anchor.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { When } from '../layout/when.js';
import { Breadcrumbs, type Trail } from './breadcrumbs.js';
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
      <div class="w-table-scroll" tabIndex={0} role="region" aria-label="Versions">
        <table class="w-table">
          <thead>
            <tr>
              <th scope="col">Version</th>
              <th scope="col">Title</th>
              <th scope="col">Changed</th>
              <th scope="col">By</th>
              <th scope="col">What changed</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version, place) => (
              <tr key={version.number}>
                <th scope="row" class="w-nowrap">
                  <Anchor class="w-link" to={versionPath(id, version, place)}>
                    Version {version.number}
                  </Anchor>{' '}
                  {place === 0 && <span class="w-lozenge w-lozenge-success">Current</span>}
                </th>
                <td>{version.title}</td>
                <td class="w-nowrap">
                  <When at={version.createdAt} />
                </td>
                <td>
                  <PersonLink person={version.author} />
                </td>
                <td class={version.message ? undefined : 'w-subtle'}>{version.message || 'No comment'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function versionPath(id: string, version: VersionModel, place: number): string {
  return place === 0 ? `/pages/${id}` : `/pages/${id}/versions/${version.number.toString()}`;
}
