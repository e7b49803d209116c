/** The wiki refused an OAuth request and said so in the words of RFC 6749. */
export class WikiRefusal extends Error {
  constructor(
    /** For instance `access_denied`, `invalid_client`, `invalid_grant`. */
    readonly code: string,
    readonly description: string | undefined,
  ) {
    super(`The wiki refused: ${code}`);
  }

  /** Code and description in one line. */
  get saying(): string {
    return this.description ? `${this.code}: ${this.description}` : this.code;
  }
}
