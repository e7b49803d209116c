import { ConflictException } from '@nestjs/common';
import { inEnglish, type Phrase } from 'nestjs-drawbridge/oauth-provider';
import { linkWords } from '../words/link-words.js';

/** A change of a link, and who made it: `null` for a person who is gone. `at` is in milliseconds since 1970. */
interface LinkChange {
  readonly by: string | null;
  readonly at: number;
  readonly version: number;
}

const told =
  ({ by, at }: LinkChange): Phrase =>
  (reader) =>
    by === null
      ? reader.text(linkWords, 'link.stale.byGone', { at: reader.minute(at) })
      : reader.text(linkWords, 'link.stale', { by, at: reader.minute(at) });

/** The link was changed since the version that was named: 409. */
export class StaleLinkException extends ConflictException {
  /** What a page says. */
  readonly phrase: Phrase;

  constructor(readonly change: LinkChange) {
    const phrase = told(change);
    super({ statusCode: 409, error: 'Conflict', message: inEnglish(phrase), version: change.version });
    this.phrase = phrase;
  }
}
