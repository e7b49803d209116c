/** Applications are turned away for now; nothing is said about the token. */
export class ApplicationsPaused extends Error {
  override readonly name = 'ApplicationsPaused';

  /** @param clientId whose token it was; `null` where that is not known */
  constructor(readonly clientId: string | null) {
    super();
  }
}

/** When applications may ask again whether they are let in, in seconds. */
export const pauseRetrySeconds = 300;
