import { Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { JsonAnswers } from '../browser/json-answers.service.js';
import { postOnly } from '../errors/oauth.error.js';
import { TokenErrorFilter } from '../errors/token-error.filter.js';
import { paths } from '../paths.js';
import { Introspections } from './introspections.service.js';

/** The introspection endpoint (RFC 7662 §2). */
@Controller(paths.introspect)
@GuardsItself()
@ClosedToApplications()
@UseFilters(TokenErrorFilter)
export class IntrospectController {
  constructor(
    @Inject(Introspections) private readonly introspections: Introspections,
    @Inject(JsonAnswers) private readonly json: JsonAnswers,
  ) {}

  @Post()
  @Header('Cache-Control', 'no-store')
  async introspect(@Req() request: HttpRequest, @Res() response: HttpResponse): Promise<void> {
    this.json.send(response, await this.introspections.answer(request));
  }

  @Get()
  refuse(): never {
    throw postOnly();
  }
}
