import { type OwnLinkWords } from './words/link-words.js';

/** The settings of {@link ApplicationLinksModule}. Bounds are inclusive. */
export class ApplicationLinksOptions {
  /** After how many days without a request a link is called idle. 1 to 3660. Default: 30. */
  readonly idleDays: number = 30;

  /**
   * What the administrators' pages say in other words or in other languages, by language tag. What is left out stays as it is,
   * and is English in a language we do not speak; `LinkTranslation` is the type of a whole translation.
   */
  readonly words: OwnLinkWords = {};

  /** @throws Error naming the setting that is out of its bounds, and the bounds */
  constructor(given: Partial<ApplicationLinksOptions> = {}) {
    this.words = given.words ?? this.words;
    this.idleDays = given.idleDays ?? this.idleDays;
    if (!Number.isSafeInteger(this.idleDays) || this.idleDays < 1 || this.idleDays > 3660)
      throw new Error(
        `ApplicationLinksModule: idleDays is ${String(this.idleDays)}; give a whole number from 1 to 3660.`,
      );
  }
}
