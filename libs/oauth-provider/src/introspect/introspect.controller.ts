import { Controller, Get, Header, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { type HttpRequest } from '../browser/http-exchange.js';
import { postOnly } from '../errors/oauth.error.js';
import { TokenErrorFilter } from '../errors/token-error.filter.js';
import { paths } from '../paths.js';
import { type IntrospectionAnswer } from './introspection-answer.js';
import { Introspections } from './introspections.service.js';

/** The introspection endpoint (RFC 7662 §2). */
@Controller(paths.introspect)
@GuardsItself()
@ClosedToApplications()
@UseFilters(TokenErrorFilter)
export class IntrospectController {
  constructor(@Inject(Introspections) private readonly introspections: Introspections) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async introspect(@Req() request: HttpRequest): Promise<IntrospectionAnswer> {
    return this.introspections.answer(request);
  }

  @Get()
  refuse(): never {
    throw postOnly();
  }
}
