import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.js';

describe('CSV', () => {
  it('ends rows as RFC 4180 has it, and quotes what would break them', () => {
    expect(
      csvOf([
        ['a', 1, null, true],
        ['b,c', 'say "hi"', 'two\r\nlines', ''],
      ]),
    ).toBe('a,1,,yes\r\n"b,c","say ""hi""","two\r\nlines",\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('P18 never begins a cell as a formula: %j', (cell) => {
    expect(
      csvOf([[cell]])
        .replace(/^"/, '')
        .startsWith(`'${cell[0] ?? ''}`),
    ).toBe(true);
  });

  it('leaves other cells as they are, numbers below zero too', () => {
    expect(csvOf([['a=b', '{"x":1}', -5, '1-2']])).toContain('a=b,"{""x"":1}",-5,1-2');
  });
});
