/** No usable answer came: the wiki is down, overloaded or not there. Tokens stay good. */
export class WikiUnreachable extends Error {
  /** @param detail what happened instead of an answer */
  constructor(readonly detail: string) {
    super('The wiki cannot be reached.');
  }
}
