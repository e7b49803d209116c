import { Notice } from '../layout/notice.js';
import { Breadcrumbs, type Trail } from './breadcrumbs.js';
import { type PageDraft, PageForm } from './page-form.js';
import { TitleBar } from './title-bar.js';

/** What the form for a new page shows. */
export interface NewPageModel {
  readonly trail: Trail;
  /** The page it goes below; none at the top of the space. */
  readonly parent?: string | undefined;
  readonly draft: PageDraft;
  /** Why it could not be created, in a sentence. */
  readonly fault?: string | undefined;
}

/** Write a new page. */
export function NewPagePage({ trail, parent, draft, fault }: NewPageModel) {
  const space = `/spaces/${encodeURIComponent(trail.space.key)}`;
  return (
    <>
      <Breadcrumbs trail={trail} />
      <TitleBar title="Create a page" />
      {fault && <Notice tone="danger">{fault}</Notice>}
      <PageForm
        to={`${space}/pages/new`}
        cancel={parent ? `/pages/${parent}` : space}
        keptAs={`new-${trail.space.key}`}
        draft={draft}
        parent={parent}
        unsaved={Boolean(fault)}
        submit="Publish"
      />
    </>
  );
}
