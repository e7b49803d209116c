import { Catalogue, type OwnWords, type Translation } from './catalogue.js';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ja } from './ja.js';
import { phrasesOf, type Say } from './phrase.js';
import { useWordsOf, type Words } from './reader-context.js';

/** All that the pages of the provider say: {@link ProviderTranslation} is a whole translation of it. */
export const providerWords = new Catalogue({ en, de, fr, es, ja });

/** A whole translation of the provider's pages. */
export type ProviderTranslation = Translation<typeof en>;

/** What a host says on the provider's pages in other words or other languages. */
export type OwnProviderWords = OwnWords<typeof en>;

/** The words of the provider's pages, for the reader of this page. */
export const useProviderWords = (): Words<typeof en> => useWordsOf(providerWords);

/** The words of the provider's pages, for a reader who is not known yet. */
export const say: Say<typeof en> = phrasesOf(providerWords);
