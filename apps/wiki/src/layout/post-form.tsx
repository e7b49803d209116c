import type { ComponentChildren } from 'preact';
import { useVisit } from './visit.js';

interface PostFormProps {
  /** A path of the wiki, without the context path. */
  readonly to: string;
  readonly class?: string;
  readonly id?: string;
  /** Names the form's text, which the browser keeps for this person until it was saved. */
  readonly draft?: string;
  /** Whether the fields hold text that the wiki has just refused to save. */
  readonly unsaved?: boolean;
  readonly children: ComponentChildren;
}

/** A form that changes something: posted, with the session's form ticket. */
export function PostForm({ to, draft, unsaved, children, ...rest }: PostFormProps) {
  const { pathOf, csrfToken, person } = useVisit();
  const kept = draft && `${person?.id ?? ''}-${draft}`;
  return (
    <form method="post" action={pathOf(to)} data-draft={kept} data-unsaved={unsaved ? '' : undefined} {...rest}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      {children}
    </form>
  );
}
