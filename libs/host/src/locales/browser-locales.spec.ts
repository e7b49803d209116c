import { expect, it } from 'vitest';
import { BrowserLocales } from './browser-locales.js';

const asked = (header?: string) =>
  new BrowserLocales().of({ headers: header === undefined ? {} : { 'accept-language': header } }).languages;

it('reads the languages of a browser, the preferred one first', () => {
  expect(asked('fr;q=0.5, de-AT, en;q=0.8, *;q=0.1')).toEqual(['de-AT', 'en', 'fr']);
  expect(asked('de;q=0, fr')).toEqual(['fr']);
});

it('P20 makes do with no header, and with any', () => {
  for (const header of [undefined, '', '*', ';;;', 'x'.repeat(100_000), '\u0000,\u00ff;q=nan']) {
    expect(Array.isArray(asked(header))).toBe(true);
  }
});
