import { describe, expect, it } from 'vitest';
import { parseCql } from './cql.js';

describe('a query', () => {
  it('is read as it was meant', () => {
    const { condition, sorts } = parseCql(
      `space = DEMO AND (title ~ "a \\"b\\"" or NOT type in (page, 'comment')) ORDER BY lastmodified desc, title`,
    );
    expect(condition).toEqual({
      kind: 'and',
      parts: [
        { kind: 'is', field: 'space', match: 'whole', values: ['DEMO'] },
        {
          kind: 'or',
          parts: [
            { kind: 'is', field: 'title', match: 'words', values: ['a "b"'] },
            { kind: 'not', part: { kind: 'is', field: 'type', match: 'whole', values: ['page', 'comment'] } },
          ],
        },
      ],
    });
    expect(sorts).toEqual([
      { field: 'lastmodified', descending: true },
      { field: 'title', descending: false },
    ]);
  });

  it.each([
    ['', 'expected a field', 1],
    ['colour = red', 'expected a field', 1],
    ['space', 'space is compared with', 6],
    ['space ~ DEMO', 'space is compared with', 7],
    ['space = ', 'expected a value', 9],
    ['space = DEMO type = page', 'expected and, or', 14],
    ['space = "DEMO', 'unexpected "', 9],
    ['(space = DEMO', 'expected and, or, or )', 14],
    ['space in DEMO', 'expected (', 10],
    ['space = DEMO order title', 'expected by', 20],
    ['space = DEMO order by colour', 'expected title', 23],
    ['created > 2020', 'unexpected >', 9],
    ['('.repeat(50), 'too many brackets', 22],
  ])('with a fault is refused with its place: %s', (cql, fault, place) => {
    expect(() => parseCql(cql)).toThrow(fault);
    expect(() => parseCql(cql)).toThrow(`at character ${place.toString()}.`);
  });
});
