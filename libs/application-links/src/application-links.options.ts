import { type OwnLinkWords } from './words/link-words.js';

/** The settings of {@link ApplicationLinksModule}. */
export class ApplicationLinksOptions {
  /**
   * What the administrators' pages say in other words or in other languages, by language tag. What is left out stays as it is,
   * and is English in a language we do not speak; `LinkTranslation` is the type of a whole translation.
   */
  readonly words: OwnLinkWords = {};

  constructor(given: Partial<ApplicationLinksOptions> = {}) {
    this.words = given.words ?? this.words;
  }
}
