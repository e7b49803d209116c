/** How somebody reads a page. */
export interface ReaderLocale {
  /** BCP 47 language tags, the preferred one first. What there are no words in is passed over; may be empty. */
  readonly languages: readonly string[];
  /** IANA name of the time zone that dates are shown in: `Europe/Berlin`. */
  readonly timeZone: string;
}

/** Which language and time zone the reader of a page has. Default: the languages their browser asks for, and UTC. */
export abstract class Locales {
  /** Asked once a page, also before anybody is signed in. */
  abstract of(request: unknown): ReaderLocale | Promise<ReaderLocale>;
}
