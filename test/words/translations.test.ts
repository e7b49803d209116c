import { describe, expect, it } from 'vitest';
import { linkWords } from '../../libs/application-links/src/words/link-words.js';
import { argumentsOf } from '../../libs/oauth-provider/src/words/parsed-message.js';
import { providerWords } from '../../libs/oauth-provider/src/words/provider-words.js';

const catalogues = [
  ['the provider’s pages', providerWords.translations],
  ['the administrators’ pages', linkWords.translations],
] as const;

const languages = ['en', 'de', 'fr', 'es', 'ja'];

/** Names and signs that are the same in other languages. */
const mayStayEnglish = 0.12;

describe.each(catalogues)('the words of %s', (_name, translations) => {
  const { en } = translations;
  const all = Object.entries<Readonly<Record<string, string>>>(translations);

  it('are there in every language we speak', () => {
    expect(Object.keys(translations).sort()).toEqual([...languages].sort());
  });

  it.each(all)('can be read, and use the arguments they are given: %s', (_language, messages) => {
    for (const [key, text] of Object.entries(messages)) {
      expect([...argumentsOf(text)].sort(), key).toEqual([...argumentsOf(en[key as keyof typeof en])].sort());
    }
  });

  it.each(all.filter(([language]) => language !== 'en'))('are translated: %s', (_language, messages) => {
    const source = Object.entries<string>(en);
    const same = source.filter(([key, text]) => messages[key] === text && /[a-z]{3}/.test(text)).map(([key]) => key);
    expect(same.length / source.length, same.join(', ')).toBeLessThan(mayStayEnglish);
  });

  it.each(all)('have no space at their ends, no doubled one, and no tab: %s', (_language, messages) => {
    const odd = Object.entries(messages).filter(([, text]) => text !== text.trim() || /\t|\n|[^ ] {2}/.test(text));
    expect(odd).toEqual([]);
  });
});
