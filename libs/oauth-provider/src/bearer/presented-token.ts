/** What is kept of an access token to judge it again: nothing it could be used or forged from. */
export interface PresentedToken {
  readonly familyId: string;
  readonly generation: number;
  /** SHA-256, base64url. */
  readonly digest: string;
}
