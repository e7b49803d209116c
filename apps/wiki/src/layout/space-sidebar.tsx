import { Anchor } from './anchor.js';
import type { SpaceFrame, TreePage } from './frame.js';
import { SpaceBadge } from './space-badge.js';

interface SpaceSidebarProps {
  readonly space: SpaceFrame;
}

/** The navigation of a space: its name and its page tree; folds away on narrow screens. */
export function SpaceSidebar({ space }: SpaceSidebarProps) {
  return (
    <details class="w-sidebar">
      <summary>Pages in {space.name}</summary>
      <nav class="w-sidebar-inner" aria-label={`Pages in ${space.name}`}>
        <Anchor to={`/spaces/${encodeURIComponent(space.key)}`} class="w-sidebar-title" current={!space.currentPage}>
          <SpaceBadge spaceKey={space.key} />
          {space.name}
        </Anchor>
        <h2>Pages</h2>
        {space.tree.length > 0 ? (
          <Branch pages={space.tree} current={space.currentPage} top />
        ) : (
          <p class="w-sidebar-empty">No pages yet</p>
        )}
      </nav>
    </details>
  );
}

interface BranchProps {
  readonly pages: readonly TreePage[];
  readonly current: string | undefined;
  readonly top?: boolean;
}

function Branch({ pages, current, top }: BranchProps) {
  return (
    <ul class={top ? 'w-nav' : undefined}>
      {pages.map((page) => (
        <li key={page.id}>
          <Anchor to={`/pages/${page.id}`} current={page.id === current}>
            {page.title}
          </Anchor>
          {page.children.length > 0 && <Branch pages={page.children} current={current} />}
        </li>
      ))}
    </ul>
  );
}
