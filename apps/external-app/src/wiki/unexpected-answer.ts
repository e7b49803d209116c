/** Something answered, but not as a wiki does: wrong address, wrong issuer, no JSON. */
export class UnexpectedAnswer extends Error {
  /** @param detail what was wrong with it */
  constructor(readonly detail: string) {
    super('The answer was not understood.');
  }
}
