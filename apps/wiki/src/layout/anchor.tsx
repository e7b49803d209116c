import type { ComponentChildren } from 'preact';
import { useVisit } from './visit.js';

interface AnchorProps {
  /** A path of the wiki, without the context path. */
  readonly to: string;
  readonly class?: string;
  readonly current?: boolean;
  readonly children: ComponentChildren;
}

/** A link to another page of the wiki. */
export function Anchor({ to, current, children, ...rest }: AnchorProps) {
  const { pathOf } = useVisit();
  return (
    <a href={pathOf(to)} aria-current={current ? 'page' : undefined} {...rest}>
      {children}
    </a>
  );
}
