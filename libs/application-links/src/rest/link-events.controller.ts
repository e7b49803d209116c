import { Controller, Get, Inject, Param, Query, Req, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { type EventFilter, type HttpRequest, Languages } from 'nestjs-drawbridge/oauth-provider';
import { RequireScope } from 'nestjs-drawbridge/scopes';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { auditQueryIn, placeIn, placeText } from '../audit/audit-query.js';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { eventJson } from '../audit/event-json.js';
import { LinkReliance } from '../authorizations/link-reliance.service.js';
import { LinkActivity } from '../events/link-activity.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { paths } from '../paths.js';
import { numberIn } from './query-parameters.js';

/** What happened to links and how often they came, as JSON. */
@Controller(paths.rest)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class LinkEventsController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkActivity) private readonly activity: LinkActivity,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(Languages) private readonly languages: Languages,
    @Inject(LinkReliance) private readonly relied: LinkReliance,
  ) {}

  @Get('events')
  async all(@Req() request: HttpRequest, @Query() query: unknown) {
    return this.page(query, await this.filterIn(request, query));
  }

  @Get('links/:id/events')
  async ofLink(@Req() request: HttpRequest, @Param('id') id: string, @Query() query: unknown) {
    const { clientId } = await this.lookup.find(id);
    return this.page(query, { ...(await this.filterIn(request, query)), clientIds: [clientId] });
  }

  @Get('links/:id/usage')
  async usageOf(@Param('id') id: string, @Query() query: unknown) {
    const days = numberIn(query, 'days', { least: 1, most: 366, usual: 30 });
    const { clientId } = await this.lookup.find(id);
    const usage = await this.activity.usageOf(clientId, days);
    const results = usage.days.map(({ day, requests, refusals }) => ({ day, requests, refusals }));
    return { days, requestsOfLastDay: usage.lastDay, results, routes: usage.routes, refusals: usage.reasons };
  }

  /** What stops when the link is disabled or deleted. */
  @Get('links/:id/reliance')
  async relianceOf(@Param('id') id: string) {
    const { people, signIns, requestsOfLastDay } = await this.relied.of((await this.lookup.find(id)).client);
    return { people, liveSignIns: signIns, requestsOfLastDay };
  }

  private async filterIn(request: HttpRequest, query: unknown): Promise<EventFilter> {
    return this.trail.filterOf(auditQueryIn(query, await this.languages.readerOf(request)));
  }

  /** Pages follow each other by `olderThan`, which `next` of the page before says. */
  private async page(query: unknown, filter: EventFilter) {
    const limit = numberIn(query, 'limit', { least: 1, most: 200, usual: 25 });
    const [olderThan, newerThan] = [placeIn(query, 'olderThan'), placeIn(query, 'newerThan')];
    const page = await this.trail.page(filter, { olderThan, newerThan, limit });
    const last = page.hasOlder ? page.events.at(-1) : undefined;
    const results = page.events.map((event) => eventJson(event, page));
    return { results, limit, size: results.length, next: last ? placeText(last) : null };
  }
}
