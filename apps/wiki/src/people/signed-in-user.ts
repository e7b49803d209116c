import { type Level } from './level.js';
import { type ReadingChoice } from './reading-choice.js';

/** The person a request acts for, as `request.user` carries them. */
export interface SignedInUser extends ReadingChoice {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** The highest level their groups give them now; `null` when they give none. */
  readonly level: Level | null;
  readonly groups: readonly string[];
}
