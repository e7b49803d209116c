import { Body, Controller, Header, HttpCode, Inject, Post } from '@nestjs/common';
import { tokenPath } from '../host/protocol.js';
import { Public } from '../peers/public.decorator.js';
import { ClientsService } from './clients.service.js';
import { TokenError } from './token-error.js';
import { type TokenForm } from './token-form.js';
import { TokensService } from './tokens.service.js';

/** The token endpoint. */
@Controller(tokenPath)
@Public(true)
export class TokenController {
  constructor(
    @Inject(ClientsService) private readonly clients: ClientsService,
    @Inject(TokensService) private readonly tokens: TokensService,
  ) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async token(@Body() form: TokenForm) {
    const client = await this.clients.authenticate(form.client_id ?? '', form.client_secret ?? '');
    if (form.grant_type === 'refresh_token') return this.tokens.refresh(client, form);
    if (form.grant_type === 'authorization_code') return this.tokens.exchange(client, form);
    throw new TokenError('unsupported_grant_type');
  }
}
