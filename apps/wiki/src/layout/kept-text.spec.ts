import { describe, expect, it } from 'vitest';
import { keptText } from './kept-text.js';

describe('keptText', () => {
  it('keeps what was typed, as it was typed', () =>
    expect(keptText({ title: 'A day', body: '<p>\n</p>', version: '3' })).toEqual([
      { field: 'title', label: 'Title', text: 'A day' },
      { field: 'body', label: 'Text', text: '<p>\n</p>' },
    ]));

  it('never repeats passwords and tickets', () =>
    expect(keptText({ password: 'secret', newPassword: 's', currentPassword: 's', csrfToken: 't' })).toEqual([]));

  it.each([undefined, null, 'text', 7, [], { body: ['a', 'b'] }, { body: { a: 1 } }, { body: ' ' }])(
    'finds nothing in %j',
    (body) => expect(keptText(body)).toEqual([]),
  );
});
