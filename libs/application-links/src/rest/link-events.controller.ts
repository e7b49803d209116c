import { Controller, Get, Inject, Param, Query, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { RequireScope } from 'nestjs-drawbridge/scopes';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { PeopleNames } from '../administrators/people-names.service.js';
import { LinkActivity } from '../events/link-activity.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { paths } from '../paths.js';
import { eventJson } from './event-json.js';
import { numberIn, sliceIn, type Slice } from './query-parameters.js';

/** What happened to links and how often they came, as JSON. */
@Controller(paths.rest)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class LinkEventsController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkActivity) private readonly activity: LinkActivity,
    @Inject(PeopleNames) private readonly names: PeopleNames,
  ) {}

  @Get('events')
  async all(@Query() query: unknown) {
    const slice = sliceIn(query);
    return this.shown(await this.activity.events(slice), slice);
  }

  @Get('links/:id/events')
  async ofLink(@Param('id') id: string, @Query() query: unknown) {
    const slice = sliceIn(query);
    const { clientId } = await this.lookup.find(id);
    return this.shown(await this.activity.events({ clientId, ...slice }), slice);
  }

  @Get('links/:id/usage')
  async usageOf(@Param('id') id: string, @Query() query: unknown) {
    const days = numberIn(query, 'days', { least: 1, most: 366, usual: 30 });
    const { clientId } = await this.lookup.find(id);
    const usage = await this.activity.usageOf(clientId, days);
    return { days, results: usage.map(({ day, requests, refusals }) => ({ day, requests, refusals })) };
  }

  private async shown(events: readonly EventRecord[], slice: Slice) {
    const names = await this.names.of(events.flatMap(({ actorId, userId }) => [actorId, userId]));
    const results = events.map((event) => eventJson(event, names));
    return { results, ...slice, size: results.length };
  }
}
