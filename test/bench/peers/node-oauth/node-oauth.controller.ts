import { Controller, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import OAuth2Server from '@node-oauth/oauth2-server';
import { type Request, type Response } from 'express';
import { tokenPath } from '../../host/protocol.js';
import { Public } from '../public.decorator.js';

/** Hands the token endpoint to the library. */
@Controller(tokenPath)
@Public(true)
export class NodeOauthController {
  constructor(@Inject(OAuth2Server) private readonly server: OAuth2Server) {}

  @Post()
  @HttpCode(200)
  async token(@Req() request: Request, @Res() response: Response): Promise<void> {
    const answer = new OAuth2Server.Response(response);
    try {
      await this.server.token(new OAuth2Server.Request(request), answer);
      response.set(answer.headers).json(answer.body);
    } catch (error) {
      if (!(error instanceof OAuth2Server.OAuthError)) throw error;
      // The library says 400 to a client that proves itself in the body; everybody else here says 401.
      response.status(error.name === 'invalid_client' ? 401 : error.code).json(answer.body);
    }
  }
}
