import { Controller, Get, Header, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { type HttpRequest } from '../browser/http-exchange.js';
import { postOnly } from '../errors/oauth.error.js';
import { TokenErrorFilter } from '../errors/token-error.filter.js';
import { paths } from '../paths.js';
import { Revocations } from './revocations.service.js';

/** The revocation endpoint (RFC 7009 §2). */
@Controller(paths.revoke)
@GuardsItself()
@ClosedToApplications()
@UseFilters(TokenErrorFilter)
export class RevokeController {
  constructor(@Inject(Revocations) private readonly revocations: Revocations) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async revoke(@Req() request: HttpRequest): Promise<void> {
    await this.revocations.revoke(request);
  }

  @Get()
  refuse(): never {
    throw postOnly();
  }
}
