import { Controller, Get, Header, HttpCode, Inject, Post, Req, UseFilters } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { type HttpRequest } from '../browser/http-exchange.js';
import { postOnly } from '../errors/oauth.error.js';
import { TokenErrorFilter } from '../errors/token-error.filter.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { paths } from '../paths.js';
import { TokenRequests } from './token-requests.service.js';

/** The token endpoint (RFC 6749 §3.2). */
@Controller(paths.token)
@GuardsItself()
@ClosedToApplications()
@UseFilters(TokenErrorFilter)
export class TokenController {
  constructor(@Inject(TokenRequests) private readonly requests: TokenRequests) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Header('Pragma', 'no-cache')
  async answer(@Req() request: HttpRequest): Promise<TokenAnswer> {
    return this.requests.answer(request);
  }

  @Get()
  refuse(): never {
    throw postOnly();
  }
}
