import { describe, expect, it } from 'vitest';
import { printable, printableJson } from './printable.js';
import { tableOf } from './table.js';

const hostile = 'a\u001b[2J\u009b31m\u0007\r\n\u202e\u2066\u2028\u00ad\u{e0041}\u200bz';

describe('what a terminal is shown', () => {
  it('P18 holds nothing that it would obey, and shows what stood there', () => {
    expect(printable(hostile)).toBe(
      'a\\u{1b}[2J\\u{9b}31m\\u{7}\\u{d}\\u{a}\\u{202e}\\u{2066}\\u{2028}\\u{ad}\\u{e0041}\\u{200b}z',
    );
    expect(printable('half \ud800 of it')).toBe('half \\u{d800} of it');
  });

  it('keeps what scripts and emoji need', () => {
    const text = 'می‌خواهم 👩‍💻 日本語 é שלום';
    expect(printable(text)).toBe(text);
  });

  it.each([0, 2])('P18 as JSON means the same and is not obeyed either (indented by %i)', (indent) => {
    const value = { [hostile]: [hostile, 1, null] };
    const json = printableJson(value, indent);
    expect(JSON.parse(json)).toEqual(value);
    // eslint-disable-next-line no-control-regex
    expect(json).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f\u202e\u2066\u2028\u00ad\u200b]|\u{e0041}/u);
    expect(json.includes('\n')).toBe(indent > 0);
  });
});

describe('a table', () => {
  it('stands in columns, whatever script is in them', () => {
    expect(
      tableOf(
        ['NAME', 'ID'],
        [
          ['日本', '1'],
          ['é', '2'],
          ['a\nb', ''],
        ],
      ),
    ).toEqual(['NAME     ID', '日本     1', 'é        2', 'a\\u{a}b']);
  });
});
