import { Anchor } from '../layout/anchor.js';
import { Notice } from '../layout/notice.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { When } from '../layout/when.js';
import { Breadcrumbs, type Trail } from './breadcrumbs.js';
import { Prose } from './prose.js';

/** What an older version of a page shows. */
export interface OldVersionModel {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** HTML that the wiki's cleaner let through. */
  readonly body: string;
  readonly author: NamedPerson;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly trail: Trail;
}

/** A page as it was. */
export function VersionPage({ id, number, title, body, author, createdAt, trail }: OldVersionModel) {
  return (
    <>
      <Breadcrumbs trail={trail} />
      <Notice tone="info">
        <p>
          This is version {number} as <PersonLink person={author} /> saved it <When at={createdAt} />.{' '}
          <Anchor to={`/pages/${id}`} class="w-link">
            Read the current version
          </Anchor>{' '}
          or{' '}
          <Anchor to={`/pages/${id}/history`} class="w-link">
            see the history
          </Anchor>
          .
        </p>
      </Notice>
      <article>
        <div class="w-title">
          <h1>{title}</h1>
        </div>
        <Prose cleaned={body} />
      </article>
    </>
  );
}
