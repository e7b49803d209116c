import { Inject, Injectable } from '@nestjs/common';
import { Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { Limits } from 'nestjs-drawbridge/scopes';
import { PeopleNames } from '../administrators/people-names.service.js';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { LinkAuthorizations } from '../authorizations/link-authorizations.service.js';
import { LinkReliance } from '../authorizations/link-reliance.service.js';
import { LinkActivity } from '../events/link-activity.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { LinkStatuses } from '../links/link-statuses.service.js';
import { startIn, textIn } from '../rest/query-parameters.js';
import { doneNotice } from './done-words.js';
import { LinkAddresses } from './link-addresses.service.js';
import { type LinkModel } from './link.page.js';
import { Rotations } from './rotations.service.js';

const perPage = 20;
const days = 30;

/** Gathers what the page of a link shows. */
@Injectable()
export class LinkModels {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkStatuses) private readonly statuses: LinkStatuses,
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(LinkReliance) private readonly reliance: LinkReliance,
    @Inject(Rotations) private readonly rotations: Rotations,
    @Inject(LinkActivity) private readonly activity: LinkActivity,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(PeopleNames) private readonly names: PeopleNames,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Lifetimes) private readonly lifetimes: Lifetimes,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  /** @throws NotFoundException, and BadRequestException for a part of a list that cannot be */
  async of(id: string, query: unknown): Promise<LinkModel> {
    const { addresses } = this;
    const start = startIn(query, 'people');
    await this.activity.settle();
    const link = await this.lookup.find(id);
    const { clientId, client, updatedBy } = link;
    const { grants, signIns, total } = await this.authorizations.list(id, { start, limit: perPage });
    const newest = { olderThan: null, newerThan: null, limit: perPage };
    return {
      link,
      statuses: (await this.statuses.of([link])).get(id) ?? [],
      now: this.statuses.bounds.now,
      reliance: await this.reliance.of(client),
      rotation: await this.rotations.of(link),
      grants,
      signIns,
      pager: {
        start,
        shown: grants.length,
        total,
        limit: perPage,
        at: (people) => addresses.link(id, { people: people.toString() }),
      },
      usage: await this.activity.usageOf(clientId, days),
      events: await this.trail.page({ clientIds: [clientId] }, newest),
      names: await this.names.of([client.createdBy, updatedBy, ...grants.map(({ userId }) => userId)]),
      notice: doneNotice(textIn(query, 'done'), client.name),
      addresses,
      lifetimes: this.lifetimes,
      limit: await this.limits.describe(clientId),
    };
  }
}
