import { type Level } from './users.port.js';

/** The person behind a browser's request, as the host's own sign-in knows them. */
export interface SignedInPerson {
  /** The host's stable id of the person, at most 255 characters. Never a name that can be given to somebody else. */
  readonly userId: string;
  /** What tells this sign-in from every other one; form tickets are bound to it. Not shown, not stored, not logged. */
  readonly sessionId: string;
}

/** Who is signed in on this request, and where a browser goes to sign in. Required: the host implements it. */
export abstract class CurrentUser {
  /**
   * The person signed in **interactively** on this request, or `null`.
   *
   * A request that merely carries a token has nobody signed in: answer `null`, so that no application can consent,
   * withdraw or administer in a person's name.
   */
  abstract of(request: unknown): Promise<SignedInPerson | null>;

  /** Where a browser signs in before it comes back to `returnTo`, a path of this wiki that begins with `/`. */
  abstract signInUrl(returnTo: string): string;

  /**
   * Makes this request the person's, as the host's own sign-in would (for most hosts: sets `request.user`), so that
   * the host's own permission checks judge them, at `level` at most: what the token was granted or what the person
   * holds, whichever is lower; `null` when that is nothing. Called once an access token was accepted. Starts no session.
   */
  abstract become(request: unknown, userId: string, level: Level | null): Promise<void>;
}
