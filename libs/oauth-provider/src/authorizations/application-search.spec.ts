import { expect, it } from 'vitest';
import { Reader } from '../words/reader.js';
import { found, queryOf, searchOf } from './application-search.js';
import { type AuthorizedApplication } from './authorized-application.js';

const application = (name: string, since: number, lastUsedAt: number | null): AuthorizedApplication => ({
  grantId: name,
  name,
  enabled: true,
  scope: 'READ',
  given: 'READ',
  since,
  lastUsedAt,
  idleDays: null,
  rememberedUntil: null,
  ticket: '',
});
const applications = [application('Zebra', 1, 9), application('öl', 3, null), application('Oak', 2, null)];
const names = (query: string, locale = 'de') =>
  found(applications, searchOf(query), new Reader({ language: locale, locale, timeZone: 'UTC' })).map(
    ({ name }) => name,
  );

it('finds a part of the name, whatever its case', () => {
  expect(names('query=EB')).toEqual(['Zebra']);
  expect(names('query=x')).toEqual([]);
});

it('puts what was used last first, then what was let in last', () => {
  expect(names('')).toEqual(['Zebra', 'öl', 'Oak']);
  expect(names('sort=since')).toEqual(['öl', 'Oak', 'Zebra']);
});

it('sorts names as the reader’s language does', () => {
  expect(names('sort=name', 'de')).toEqual(['Oak', 'öl', 'Zebra']);
  expect(names('sort=name', 'sv')).toEqual(['Oak', 'Zebra', 'öl']);
});

it('P20 makes do with any query', () => {
  expect(searchOf(`query=${'x'.repeat(1000)}&sort=no&sort=name&%FF`)).toEqual({ query: 'x'.repeat(100), sort: 'used' });
  expect(queryOf(searchOf('query=a%26b&sort=name'))).toBe('?query=a%26b&sort=name');
  expect(queryOf(searchOf('revoked'))).toBe('');
});
