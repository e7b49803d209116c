import { ConflictException } from '@nestjs/common';

const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** The link was changed since the version that was named: 409. */
export class StaleLinkException extends ConflictException {
  /** @param change who made it, `null` for a person who is gone, and when, in milliseconds since 1970 */
  constructor(readonly change: { readonly by: string | null; readonly at: number; readonly version: number }) {
    const message = `${change.by ?? 'A person who is gone'} changed this link on ${minute.format(change.at)} UTC, after you opened it. Nothing of yours was saved.`;
    super({ statusCode: 409, error: 'Conflict', message, version: change.version });
  }
}
