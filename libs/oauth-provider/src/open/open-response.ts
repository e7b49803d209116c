import { type ServerResponse } from 'node:http';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { type Accepted } from '../bearer/bearer-tokens.service.js';
import { type PresentedToken } from '../bearer/presented-token.js';
import { type OpenAccess } from './open-access.js';

/** An HTTP answer. A class, because there is one for each request. */
export class OpenResponse implements OpenAccess {
  readonly clientId: string;
  readonly presented: PresentedToken;
  ended?: string;
  place: number | undefined;

  constructor(
    private readonly raw: ServerResponse,
    { access, presented }: Accepted,
    public needed: Scope,
  ) {
    this.clientId = access.clientId;
    this.presented = presented;
  }

  state(): 'idle' | 'open' | 'over' {
    const { raw } = this;
    if (raw.destroyed || raw.writableFinished) return 'over';
    return raw.headersSent ? 'open' : 'idle';
  }

  close(): void {
    this.raw.destroy();
  }
}
