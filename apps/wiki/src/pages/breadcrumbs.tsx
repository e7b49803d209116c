import { Anchor } from '../layout/anchor.js';

/** The way down to a page: its space, then the pages above it. */
export interface Trail {
  readonly space: { readonly key: string; readonly name: string };
  readonly ancestors: readonly { readonly id: string; readonly title: string }[];
}

interface BreadcrumbsProps {
  readonly trail: Trail;
}

/** The way back up. */
export function Breadcrumbs({ trail }: BreadcrumbsProps) {
  return (
    <nav class="w-crumbs" aria-label="Breadcrumbs">
      <ol>
        <li>
          <Anchor to="/spaces">Spaces</Anchor>
        </li>
        <li>
          <Anchor to={`/spaces/${encodeURIComponent(trail.space.key)}`}>{trail.space.name}</Anchor>
        </li>
        {trail.ancestors.map((page) => (
          <li key={page.id}>
            <Anchor to={`/pages/${page.id}`}>{page.title}</Anchor>
          </li>
        ))}
      </ol>
    </nav>
  );
}
