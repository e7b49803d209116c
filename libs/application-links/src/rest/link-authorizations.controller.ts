import { Controller, Delete, Get, HttpCode, Inject, Param, Query, Req, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { RequireScope } from 'nestjs-drawbridge/scopes';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { LinkAuthorizations } from '../authorizations/link-authorizations.service.js';
import { LinkActivity } from '../events/link-activity.service.js';
import { PeopleNames } from '../administrators/people-names.service.js';
import { paths } from '../paths.js';
import { instant } from './link-json.js';
import { sliceIn } from './query-parameters.js';

/** Who authorized a link, as JSON. */
@Controller(`${paths.rest}/links/:id/authorizations`)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class LinkAuthorizationsController {
  constructor(
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(PeopleNames) private readonly names: PeopleNames,
    @Inject(LinkActivity) private readonly activity: LinkActivity,
  ) {}

  @Get()
  async list(@Param('id') id: string, @Query() query: unknown) {
    await this.activity.settle();
    const slice = sliceIn(query);
    const { grants, signIns, total } = await this.authorizations.list(id, slice);
    const names = await this.names.of(grants.map(({ userId }) => userId));
    const results = grants.map(({ id: grantId, userId, scopes, createdAt, updatedAt, lastUsedAt }) => ({
      userId,
      displayName: names.get(userId) ?? null,
      scopes,
      createdAt: instant(createdAt),
      updatedAt: instant(updatedAt),
      lastUsedAt: instant(lastUsedAt),
      liveSignIns: signIns.get(grantId) ?? 0,
    }));
    return { results, ...slice, size: results.length, total };
  }

  @Delete()
  @HttpCode(204)
  async endAll(@Req() request: object, @Param('id') id: string): Promise<void> {
    await this.authorizations.endAll(administratorOf(request), id);
  }

  @Delete(':userId')
  @HttpCode(204)
  async endOne(@Req() request: object, @Param('id') id: string, @Param('userId') userId: string): Promise<void> {
    await this.authorizations.endOne(administratorOf(request), id, userId);
  }
}
