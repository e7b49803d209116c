import { Anchor } from '../layout/anchor.js';
import { Avatar } from '../layout/avatar.js';
import { Icon } from '../layout/icon.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { holds, useVisit } from '../layout/visit.js';
import { When } from '../layout/when.js';
import { Breadcrumbs, type Trail } from './breadcrumbs.js';
import { type CommentModel, Comments } from './comments.js';
import { Prose } from './prose.js';

/** What a page of the wiki shows. */
export interface ContentModel {
  readonly id: string;
  readonly title: string;
  /** HTML that the wiki's cleaner let through. */
  readonly body: string;
  readonly version: number;
  readonly author: NamedPerson;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly trail: Trail;
  readonly comments: readonly CommentModel[];
  readonly unsavedComment?: { readonly text: string; readonly fault: string } | undefined;
}

/** A page, read. */
export function ContentPage(page: ContentModel) {
  const path = `/pages/${page.id}`;
  return (
    <>
      <Breadcrumbs trail={page.trail} />
      <article data-saved={page.unsavedComment ? undefined : true}>
        <div class="w-title">
          <div>
            <h1>{page.title}</h1>
            <p class="w-byline">
              <Avatar name={page.author?.displayName ?? '?'} />
              <span>
                <PersonLink person={page.author} />, <When at={page.updatedAt} />
              </span>
              <Anchor to={`${path}/history`}>Version {page.version}</Anchor>
            </p>
          </div>
          {holds(useVisit(), 'WRITE') && <ContentActions page={page} />}
        </div>
        <Prose cleaned={page.body} />
      </article>
      <Comments pageId={page.id} comments={page.comments} unsaved={page.unsavedComment} />
    </>
  );
}

function ContentActions({ page }: { readonly page: ContentModel }) {
  const path = `/pages/${page.id}`;
  const newBelow = `/spaces/${encodeURIComponent(page.trail.space.key)}/pages/new?parent=${page.id}`;
  return (
    <div class="w-actions">
      <Anchor to={`${path}/edit`} class="w-button">
        <Icon name="pencil" />
        Edit
      </Anchor>
      <details class="w-menu w-menu-button">
        <summary class="w-button">
          More
          <Icon name="chevron" />
        </summary>
        <div class="w-menu-panel">
          <ul>
            <li>
              <Anchor to={newBelow} class="w-menu-item">
                Create page below
              </Anchor>
            </li>
            <li>
              <Anchor to={`${path}/history`} class="w-menu-item">
                Page history
              </Anchor>
            </li>
            <li>
              <Anchor to={`${path}/delete`} class="w-menu-item">
                Delete page
              </Anchor>
            </li>
          </ul>
        </div>
      </details>
    </div>
  );
}
