import { Controller, Get, Header, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { JsonAnswers } from '../browser/json-answers.service.js';
import { postOnly } from '../errors/oauth.error.js';
import { TokenErrorFilter } from '../errors/token-error.filter.js';
import { paths } from '../paths.js';
import { TokenRequests } from './token-requests.service.js';

/** The token endpoint (RFC 6749 §3.2). */
@Controller(paths.token)
@GuardsItself()
@ClosedToApplications()
@UseFilters(TokenErrorFilter)
export class TokenController {
  constructor(
    @Inject(TokenRequests) private readonly requests: TokenRequests,
    @Inject(JsonAnswers) private readonly json: JsonAnswers,
  ) {}

  @Post()
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  async answer(@Req() request: HttpRequest, @Res() response: HttpResponse): Promise<void> {
    this.json.send(response, await this.requests.answer(request));
  }

  @Get()
  refuse(): never {
    throw postOnly();
  }
}
