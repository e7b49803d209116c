/** The answer of a handler that sends the browser on to another page of the wiki (303). */
export class SeeOther {
  constructor(
    /** A path of the wiki, without the context path. */
    readonly path: string,
    /** A `Set-Cookie` value to send along. */
    readonly cookie?: string,
  ) {}
}
