import fc from 'fast-check';

const words = fc.oneof(
  { arbitrary: fc.constantFrom('READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'), weight: 6 },
  fc.constantFrom('read', 'READ_ALL', 'read:jira-work', 'READ,WRITE', '', '*', 'READ\u0000', 'ＲＥＡＤ', 'toString'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);

/** Texts in the field of a scope: words of the ladder mixed with others, parted as they please. */
export const scopeTexts = fc
  .array(fc.tuple(words, fc.constantFrom(' ', ' ', '  ', '\t', '+', ',')), { maxLength: 6 })
  .map((pairs) => pairs.flat().join('').trimEnd());
