/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Catalogue, type OwnWords } from './catalogue.js';
import { type Messages } from './message.js';
import { checkOwnWords } from './own-words.js';
import { inEnglish, phrasesOf } from './phrase.js';
import { Reader } from './reader.js';
import { ReaderContext, useWordsOf } from './reader-context.js';

const fruit = new Catalogue({
  en: {
    basket: 'Basket',
    apples: '{count, plural, one {# apple} other {# apples}} of {name}',
    eat: 'Eat <b>{name}</b> now',
  } as const,
  de: {
    basket: 'Korb',
    apples: '{count, plural, one {# Apfel} other {# Äpfel}} von {name}',
    eat: '<b>{name}</b> essen',
  },
});
const noon = Date.UTC(2026, 10, 30, 12, 0);
const readerOf = (language: string, locale = language, timeZone = 'UTC') => new Reader({ language, locale, timeZone });

describe('a reader', () => {
  it('gets the words of their language, and English where there are none', () => {
    expect(readerOf('de').text(fruit, 'basket')).toBe('Korb');
    expect(readerOf('fr').text(fruit, 'basket')).toBe('Basket');
  });

  it('gets plurals and numbers as their language has them', () => {
    expect(readerOf('en').text(fruit, 'apples', { count: 1, name: 'Ann' })).toBe('1 apple of Ann');
    expect(readerOf('de').text(fruit, 'apples', { count: 12_000, name: 'Ann' })).toBe('12.000 Äpfel von Ann');
    expect(readerOf('de', 'de-CH').text(fruit, 'apples', { count: 12_000, name: 'Ann' })).toBe("12'000 Äpfel von Ann");
  });

  it('gets dates in their zone', () => {
    expect(readerOf('de', 'de-AT', 'Asia/Tokyo').minute(noon)).toBe('30. Nov. 2026, 21:00 GMT+9');
    expect(readerOf('en', 'en-US').day(noon)).toBe('Nov 30, 2026');
  });

  it('hears how long ago something was, in the longest unit that has passed', () => {
    const german = readerOf('de');
    const ago = (milliseconds: number) => german.ago(noon - milliseconds, noon);
    expect([0, 59_999, 60_000, 3_599_999, 3_600_000, 86_399_999, 86_400_000, 6 * 86_400_000].map(ago)).toEqual([
      ...['jetzt', 'jetzt', 'vor 1 Minute', 'vor 59 Minuten'],
      ...['vor 1 Stunde', 'vor 23 Stunden', 'vor 1 Tag', 'vor 6 Tagen'],
    ]);
    expect(ago(-5000)).toBe('jetzt');
  });

  it('gets each date as it is asked for, however often and in whatever order', () => {
    const reader = readerOf('en');
    const months = (['long', 'short', 'long', 'narrow'] as const).map((month) => reader.date(noon, { month }));
    expect(months).toEqual(['November', 'Nov', 'November', 'N']);
    expect(reader.date(noon, { hour: 'numeric', timeZone: 'Asia/Tokyo' })).toBe('9 PM');
    expect(reader.date(noon, { hour: 'numeric' })).toBe('12 PM');
  });

  it('is told the direction of their writing', () => {
    expect([readerOf('en').direction, readerOf('ar').direction, readerOf('he').direction]).toEqual([
      'ltr',
      'rtl',
      'rtl',
    ]);
  });

  it('sees names with a direction of their own where they read from right to left', () => {
    expect(readerOf('he').text(fruit, 'apples', { count: 2, name: 'Bo (1)' })).toBe('2 apples of \u2068Bo (1)\u2069');
    expect(readerOf('ar').text(fruit, 'basket')).toBe(readerOf('en').text(fruit, 'basket'));
  });

  it('P18 takes an argument as text, whatever is in it', () => {
    const name = "<b>{count}</b> '{' <script>alert(1)</script>";
    expect(readerOf('en').text(fruit, 'apples', { count: 2, name })).toBe(`2 apples of ${name}`);
    const Piece = () => <p>{useWordsOf(fruit).rich('eat', { name, b: (inner) => <strong>{inner}</strong> })}</p>;
    const html = renderToString(
      <ReaderContext.Provider value={readerOf('de')}>
        <Piece />
      </ReaderContext.Provider>,
    );
    expect(html).toBe("<p><strong>&lt;b>{count}&lt;/b> '{' &lt;script>alert(1)&lt;/script></strong> essen</p>");
  });

  it('reads what was said before they were known', () => {
    const said = phrasesOf(fruit)('apples', { count: 3, name: 'Bo' });
    expect([said(readerOf('de')), inEnglish(said)]).toEqual(['3 Äpfel von Bo', '3 apples of Bo']);
  });

  it('gets the words of the host before ours', () => {
    const own = new Map([[fruit, { de: { basket: 'Schale' }, it: { basket: 'Cesto' }, en: { basket: 'Bowl' } }]]);
    const basket = (language: string) =>
      new Reader({ language, locale: language, timeZone: 'UTC' }, own).text(fruit, 'basket');
    expect(['de', 'it', 'en', 'fr'].map(basket)).toEqual(['Schale', 'Cesto', 'Bowl', 'Bowl']);
  });
});

describe('the own words of a host', () => {
  it.each([
    [{ it: { apples: '{count, plural, one {# mela} other {# mele}} di {name}' } }, null],
    [{ it: { pears: 'Pere' } }, "There is no message 'pears' to be said in 'it'."],
    [{ it: { apples: '{count, plural' } }, "The message 'apples' in 'it' cannot be read"],
    [{ it: { eat: 'Mangia {who}' } }, "The message 'eat' in 'it' uses 'who'. It is given b, name."],
    [{ it: { basket: '{name}' } }, "The message 'basket' in 'it' uses 'name'. It is given nothing."],
    [{ 'no_such tag': {} }, "'no_such tag' is no language tag."],
  ])('%j', (words, problem) => {
    const check = () => {
      checkOwnWords(fruit, words as OwnWords<Messages>);
    };
    if (problem === null) check();
    else expect(check).toThrow(problem);
  });
});
