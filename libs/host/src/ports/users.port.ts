/** The four heights a person can stand at, and the four scopes an application can ask for; lowest first. */
export type Level = 'READ' | 'WRITE' | 'ADMIN' | 'SYSTEM_ADMIN';

/** What the wiki says of a person **now**. */
export interface Person {
  readonly userId: string;
  /** How the person is shown to others. Treated as text everywhere. */
  readonly displayName: string;
  /** `false` for a person who may not sign in any more. */
  readonly active: boolean;
  /** The highest level the person holds now; `null` when they hold none. */
  readonly level: Level | null;
}

/** The people of the wiki. Required: the host implements it. Asked on every bearer request unless the host tells of changes, so it should be cheap. */
export abstract class Users {
  /** The person with this id, or `null` when there is none (any more). */
  abstract byId(userId: string): Promise<Person | null>;

  /**
   * Several people at once, for lists and for requests that come at the same moment: one statement, where people are in a
   * database. Unknown ids are left out; the order does not matter.
   */
  abstract byIds(userIds: readonly string[]): Promise<readonly Person[]>;

  /**
   * People with a text in their name, in any case, at most `limit` of them: for the filters of administrators' pages.
   * Default: nobody, so that people are found there by their ids alone.
   */
  search(_text: string, _limit: number): Promise<readonly Person[]> {
    return Promise.resolve([]);
  }
}
