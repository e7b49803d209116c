import { type CanActivate, type ExecutionContext, HttpException, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import OAuth2Server from '@node-oauth/oauth2-server';
import { type Request, type Response } from 'express';
import { isPublic } from '../public.decorator.js';

/** Asks the library whether a token is good. */
@Injectable()
export class NodeOauthGuard implements CanActivate {
  constructor(
    @Inject(OAuth2Server) private readonly server: OAuth2Server,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isPublic(this.reflector, context)) return true;
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { user?: unknown }>();
    const response = http.getResponse<Response>();
    try {
      const asked = new OAuth2Server.Request(request);
      const token = await this.server.authenticate(asked, new OAuth2Server.Response(response), { scope: ['READ'] });
      request.user = token.user;
      return true;
    } catch (error) {
      if (error instanceof OAuth2Server.OAuthError) throw new HttpException({ error: error.name }, error.code);
      throw error;
    }
  }
}
