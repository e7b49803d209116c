import { Controller, Delete, Get, HttpCode, Inject, Put, Req, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { Changes, Pauses } from 'nestjs-drawbridge/oauth-provider';
import { RequireScope } from 'nestjs-drawbridge/scopes';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { paths } from '../paths.js';
import { instant } from './link-json.js';

/** The switch that turns every application away on every node, as JSON. */
@Controller(`${paths.rest}/pause`)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class PauseController {
  constructor(
    @Inject(Pauses) private readonly pauses: Pauses,
    @Inject(Changes) private readonly changes: Changes,
  ) {}

  @Get()
  async state() {
    const since = await this.pauses.since();
    return { paused: since !== null, since: instant(since) };
  }

  @Put()
  @HttpCode(204)
  async begin(@Req() request: object): Promise<void> {
    await this.changes.make(administratorOf(request).actor, (change) => this.pauses.begin(change));
  }

  @Delete()
  @HttpCode(204)
  async end(@Req() request: object): Promise<void> {
    await this.changes.make(administratorOf(request).actor, (change) => this.pauses.end(change));
  }
}
