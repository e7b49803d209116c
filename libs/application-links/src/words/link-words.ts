import {
  Catalogue,
  type OwnWords,
  phrasesOf,
  type Say,
  type Translation,
  useWordsOf,
  type Words,
} from 'nestjs-drawbridge/oauth-provider';
import { de } from './de.js';
import { en } from './en.js';
import { es } from './es.js';
import { fr } from './fr.js';
import { ja } from './ja.js';

/** All that the administrators' pages say. */
export const linkWords = new Catalogue({ en, de, fr, es, ja });

/** A whole translation of the administrators' pages. */
export type LinkTranslation = Translation<typeof en>;

/** What a host says on the administrators' pages in other words or other languages. */
export type OwnLinkWords = OwnWords<typeof en>;

/** The words of the administrators' pages, for the reader of this page. */
export const useWords = (): Words<typeof en> => useWordsOf(linkWords);

/** The words of the administrators' pages, for a reader who is not known yet. */
export const say: Say<typeof en> = phrasesOf(linkWords);
