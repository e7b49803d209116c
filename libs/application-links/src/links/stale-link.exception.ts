import { ConflictException } from '@nestjs/common';

const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** The link was changed since the version that was named: 409. */
export class StaleLinkException extends ConflictException {
  constructor(change: { readonly by: string; readonly at: number; readonly version: number }) {
    const message = `${change.by} changed this link on ${minute.format(change.at)} UTC, after you opened it. Nothing of yours was saved.`;
    super({ statusCode: 409, error: 'Conflict', message, version: change.version });
  }
}
