/** Applications are turned away for now; nothing is said about the token. */
export class ApplicationsPaused extends Error {
  override readonly name = 'ApplicationsPaused';
}
