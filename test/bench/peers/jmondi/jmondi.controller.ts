import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { AuthorizationServer } from '@jmondi/oauth2-server';
import { handleExpressError, handleExpressResponse, requestFromExpress } from '@jmondi/oauth2-server/express';
import { type Request, type Response } from 'express';
import { tokenPath } from '../../host/protocol.js';
import { Public } from '../public.decorator.js';

/** Hands the token endpoint to the library. */
@Controller(tokenPath)
@Public(true)
export class JmondiController {
  constructor(@Inject(AuthorizationServer) private readonly server: AuthorizationServer) {}

  @Post()
  @HttpCode(200)
  async token(@Req() request: Request, @Res() response: Response): Promise<void> {
    try {
      const answer = await this.server.respondToAccessTokenRequest(requestFromExpress(request));
      handleExpressResponse(response, answer);
    } catch (error) {
      handleExpressError(error, response);
    }
  }
}
