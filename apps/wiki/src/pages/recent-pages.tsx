import { Anchor } from '../layout/anchor.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { When } from '../layout/when.js';

/** A page somebody changed lately. */
export interface RecentPage {
  readonly id: string;
  readonly title: string;
  readonly spaceName: string;
  readonly author: NamedPerson;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

interface RecentPagesProps {
  readonly pages: readonly RecentPage[];
  /** Whether to name each page's space. */
  readonly withSpace?: boolean;
}

/** Pages in the order of their last change, newest first. */
export function RecentPages({ pages, withSpace }: RecentPagesProps) {
  return (
    <ul class="w-list">
      {pages.map((page) => (
        <li key={page.id}>
          <span>
            <Anchor to={`/pages/${page.id}`} class="w-quiet-link">
              {page.title}
            </Anchor>
            {withSpace && <span class="w-subtle w-small"> in {page.spaceName}</span>}
          </span>
          <span class="w-subtle w-small w-meta">
            <PersonLink person={page.author} />, <When at={page.updatedAt} />
          </span>
        </li>
      ))}
    </ul>
  );
}
