import { describe, expect, it } from 'vitest';
import { pageTree } from './page-tree.js';

describe('pageTree', () => {
  it('puts pages below their parents, in the order they come in', () =>
    expect(
      pageTree([
        { id: 3, title: 'Apples', parentId: 1 },
        { id: 1, title: 'Garden', parentId: null },
        { id: 2, title: 'Pears', parentId: 1 },
      ]),
    ).toEqual([
      {
        id: '1',
        title: 'Garden',
        children: [
          { id: '3', title: 'Apples', children: [] },
          { id: '2', title: 'Pears', children: [] },
        ],
      },
    ]));

  it('keeps a page in sight whose parent is missing', () =>
    expect(pageTree([{ id: 2, title: 'Pears', parentId: 9 }])).toEqual([{ id: '2', title: 'Pears', children: [] }]));
});
