import { Inject, Injectable } from '@nestjs/common';
import { LinkAuthorizations } from '../authorizations/link-authorizations.service.js';
import { LinkActivity } from '../events/link-activity.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { linkQueryIn, parametersOf } from '../links/link-query.js';
import { LinkStatuses } from '../links/link-statuses.service.js';
import { LinkAddresses } from './link-addresses.service.js';
import { type LinkListModel } from './link-list.page.js';

const days = 30;

/** Gathers what the list of links shows: one statement of each kind for all links of a page. */
@Injectable()
export class LinkListModels {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkStatuses) private readonly statuses: LinkStatuses,
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(LinkActivity) private readonly activity: LinkActivity,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
  ) {}

  /** @throws BadRequestException naming the parameter that is wrong */
  async of(given: unknown): Promise<Omit<LinkListModel, 'notice'>> {
    const { addresses } = this;
    const wanted = linkQueryIn(given);
    await this.activity.settle();
    const { links, total } = await this.lookup.list(wanted);
    const clientIds = links.map(({ clientId }) => clientId);
    const statuses = await this.statuses.of(links);
    const people = await this.authorizations.countsOf(clientIds);
    const usage = await this.activity.usageOfAll(clientIds, days);
    const { start, limit } = wanted;
    const at = (other: number): string => addresses.list(parametersOf({ ...wanted, start: other }));
    return {
      rows: links.map((link) => ({
        link,
        statuses: statuses.get(link.id) ?? [],
        people: people.get(link.clientId) ?? 0,
        usage: usage.get(link.clientId) ?? [],
      })),
      wanted,
      bounds: this.statuses.bounds,
      pager: { start, shown: links.length, total, limit, at },
      addresses,
    };
  }
}
