/** Where the wiki is reached from outside. Required: the host implements it. */
export abstract class BaseUrl {
  /** The public address with its context path and without a trailing slash, for instance `https://host/confluence`. */
  abstract get(): string;

  /** The address of a path of this wiki: `at('/rest/api')` is `https://host/confluence/rest/api`. */
  at(path: string): string {
    return this.get() + path;
  }

  /** The same without scheme and host, as links inside the wiki are written: `/confluence/rest/api`. */
  pathOf(path: string): string {
    return new URL(this.get()).pathname.replace(/\/$/, '') + path;
  }
}
