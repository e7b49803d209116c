import { ConflictException } from '@nestjs/common';

/** The link was changed since the version that was named: 409. */
export class StaleLinkException extends ConflictException {
  constructor(change: { readonly by: string; readonly at: number; readonly version: number }) {
    const at = new Date(change.at).toISOString().replace('T', ' at ').slice(0, 19);
    const message = `${change.by} changed this link on ${at} UTC, after you opened it. Nothing of yours was saved.`;
    super({ statusCode: 409, error: 'Conflict', message, version: change.version });
  }
}
