/** A way on from a problem. */
export type WayOn = 'connect' | 'settings' | 'notes' | 'trials' | 'connection';

/** What an error page says: what happened, what the wiki said about it, and what to do next. */
export interface ProblemWords {
  readonly status: number;
  readonly title: string;
  readonly happened: string;
  readonly wikiSaid?: string;
  readonly next: string;
  readonly waysOn: readonly WayOn[];
}

/** Thrown to end a request with an error page. */
export class Problem extends Error {
  constructor(readonly words: ProblemWords) {
    super(words.title);
  }
}
