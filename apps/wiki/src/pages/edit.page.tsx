import { Notice } from '../layout/notice.js';
import { Breadcrumbs, type Trail } from './breadcrumbs.js';
import { Conflict, type NewerVersion } from './conflict.js';
import { type PageDraft, PageForm } from './page-form.js';
import { TitleBar } from './title-bar.js';

/** What the editor shows. */
export interface EditModel {
  readonly id: string;
  readonly trail: Trail;
  readonly draft: PageDraft;
  /** The version that saving will be based on. */
  readonly version: number;
  /** Why it could not be saved, in a sentence. */
  readonly fault?: string | undefined;
  /** What somebody else saved in the meantime. */
  readonly newer?: NewerVersion | undefined;
}

/** Change a page. */
export function EditPage({ id, trail, draft, version, fault, newer }: EditModel) {
  const form = (
    <PageForm
      to={`/pages/${id}/edit`}
      cancel={`/pages/${id}`}
      keptAs={`page-${id}`}
      draft={draft}
      version={version}
      unsaved={Boolean(fault) || newer !== undefined}
      submit={newer ? 'Save mine over it' : 'Save'}
    />
  );
  return (
    <>
      <Breadcrumbs trail={trail} />
      <TitleBar title="Edit page" />
      {fault && <Notice tone="danger">{fault}</Notice>}
      {newer ? <Conflict newer={newer}>{form}</Conflict> : form}
    </>
  );
}
