import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { ClientSecrets } from 'nestjs-drawbridge/oauth-provider';
import { ApplicationLinksOptions } from '../application-links.options.js';
import { type ApplicationLink } from './application-link.entity.js';
import { type LinkStatus, type StatusBounds, statusesOf } from './link-status.js';

/** Finds what is so of links. */
@Injectable()
export class LinkStatuses {
  constructor(
    @Inject(ClientSecrets) private readonly secrets: ClientSecrets,
    @Inject(ApplicationLinksOptions) private readonly options: ApplicationLinksOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The edges as of now. */
  get bounds(): StatusBounds {
    return { now: this.clock.now(), idleDays: this.options.idleDays };
  }

  /** All that is so of each of these links, by link id, the most important first; one statement for all of them. */
  async of(links: readonly ApplicationLink[]): Promise<ReadonlyMap<string, readonly LinkStatus[]>> {
    const { bounds } = this;
    const ends = await this.secrets.nextEnds(links.map(({ clientId }) => clientId));
    return new Map(links.map(({ id, client }) => [id, statusesOf(client, ends.get(client.id), bounds)]));
  }
}
