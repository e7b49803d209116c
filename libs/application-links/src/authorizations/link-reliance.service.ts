import { Inject, Injectable } from '@nestjs/common';
import { type Client } from 'nestjs-drawbridge/oauth-provider';
import { LinkActivity } from '../events/link-activity.service.js';
import { LinkAuthorizations } from './link-authorizations.service.js';

/** How much relies on a link: what stops when it does. */
export interface Reliance {
  /** People who authorized the application. */
  readonly people: number;
  /** Sign-ins that are neither ended nor expired. */
  readonly signIns: number;
  /** Requests that were let in within 24 hours, exact to the hour. */
  readonly requestsOfLastDay: number;
}

/** Counts what relies on a link at this moment. */
@Injectable()
export class LinkReliance {
  constructor(
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(LinkActivity) private readonly activity: LinkActivity,
  ) {}

  async of(client: Client): Promise<Reliance> {
    return {
      people: (await this.authorizations.countsOf([client.id])).get(client.id) ?? 0,
      signIns: await this.authorizations.signInsOf(client),
      requestsOfLastDay: await this.activity.requestsOfLastDay(client.id),
    };
  }
}
