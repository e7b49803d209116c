/** The wiki takes neither our access token nor our refresh token any more. */
export class AccessEnded extends Error {
  /** @param saying what the wiki said, for the person to read */
  constructor(readonly saying: string) {
    super('The wiki ended our access.');
  }
}
