import { Anchor } from '../layout/anchor.js';
import { PostForm } from '../layout/post-form.js';
import { Breadcrumbs, type Trail } from './breadcrumbs.js';
import { TitleBar } from './title-bar.js';

/** The page that may go. */
export interface DeletePageModel {
  readonly id: string;
  readonly title: string;
  readonly trail: Trail;
}

/** Asks before a page is deleted. */
export function DeletePagePage({ id, title, trail }: DeletePageModel) {
  return (
    <>
      <Breadcrumbs trail={trail} />
      <TitleBar title="Delete this page?" />
      <p>
        <strong>{title}</strong> and its comments will no longer be shown anywhere in the wiki.
      </p>
      <PostForm to={`/pages/${id}/delete`} class="w-actions w-spaced">
        <button type="submit" class="w-button w-button-danger">
          Delete page
        </button>
        <Anchor to={`/pages/${id}`} class="w-button">
          Keep it
        </Anchor>
      </PostForm>
    </>
  );
}
