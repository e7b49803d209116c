import type { ComponentChildren } from 'preact';
import { useVisit } from './visit.js';

interface PostFormProps {
  /** A path of the wiki, without the context path. */
  readonly to: string;
  readonly class?: string;
  readonly id?: string;
  /** Marks a form whose text the browser keeps until it was saved. */
  readonly draft?: string;
  readonly children: ComponentChildren;
}

/** A form that changes something: posted, with the session's form ticket. */
export function PostForm({ to, draft, children, ...rest }: PostFormProps) {
  const { pathOf, csrfToken } = useVisit();
  return (
    <form method="post" action={pathOf(to)} data-draft={draft} {...rest}>
      <input type="hidden" name="csrfToken" value={csrfToken} />
      {children}
    </form>
  );
}
