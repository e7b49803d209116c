import { Avatar } from '../layout/avatar.js';
import { Field } from '../layout/field.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { PostForm } from '../layout/post-form.js';
import { holds, useVisit } from '../layout/visit.js';
import { When } from '../layout/when.js';
import { Prose } from './prose.js';

/** A comment under a page. */
export interface CommentModel {
  readonly id: string;
  readonly author: NamedPerson;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** HTML that the wiki's cleaner let through. */
  readonly body: string;
}

interface CommentsProps {
  readonly pageId: string;
  readonly comments: readonly CommentModel[];
  /** A comment that could not be saved, and why. */
  readonly unsaved?: { readonly text: string; readonly fault: string } | undefined;
}

/** What people say about a page, oldest first, and the form to say more. */
export function Comments({ pageId, comments, unsaved }: CommentsProps) {
  return (
    <section class="w-comments" aria-labelledby="comments">
      <h2 id="comments">{headingFor(comments.length)}</h2>
      {comments.map((comment) => (
        <article key={comment.id} class="w-comment" id={`comment-${comment.id}`}>
          <Avatar name={comment.author?.displayName ?? '?'} />
          <div>
            <p class="w-byline">
              <strong>
                <PersonLink person={comment.author} />
              </strong>
              <When at={comment.createdAt} />
            </p>
            <Prose cleaned={comment.body} />
          </div>
        </article>
      ))}
      {holds(useVisit(), 'WRITE') && (
        <PostForm
          to={`/pages/${pageId}/comments`}
          class="w-form w-form-wide"
          draft={`comment-${pageId}`}
          unsaved={Boolean(unsaved)}
        >
          <Field name="comment" label="Add a comment" rows={3} value={unsaved?.text} fault={unsaved?.fault} required />
          <div class="w-actions">
            <button type="submit" class="w-button">
              Save comment
            </button>
          </div>
        </PostForm>
      )}
    </section>
  );
}

function headingFor(amount: number): string {
  if (amount === 0) return 'No comments yet';
  return amount === 1 ? '1 comment' : `${amount.toString()} comments`;
}
