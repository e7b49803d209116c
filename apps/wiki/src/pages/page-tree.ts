import { type Content } from '../content/content.entity.js';
import { type TreePage } from '../layout/frame.js';

type Placed = Pick<Content, 'id' | 'title' | 'parentId'>;

/** Pages as a tree, each branch in the order they come in. A page whose parent is not among them stands at the top. */
export function pageTree(pages: readonly Placed[]): readonly TreePage[] {
  const ids = new Set(pages.map(({ id }) => id));
  const below = new Map<number | null, Placed[]>();
  for (const page of pages) {
    const parent = page.parentId !== null && ids.has(page.parentId) ? page.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), page]);
  }
  const branch = (parent: number | null): readonly TreePage[] =>
    (below.get(parent) ?? []).map(({ id, title }) => ({ id: id.toString(), title, children: branch(id) }));
  return branch(null);
}
