import { type CanActivate, type ExecutionContext, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { JwtService } from '@jmondi/oauth2-server';
import { type Request } from 'express';
import { PgTables } from '../pg/pg-tables.js';
import { isPublic } from '../public.decorator.js';

/** Verifies the signature of a token, and looks up whether it is still good. */
@Injectable()
export class JmondiGuard implements CanActivate {
  constructor(
    @Inject(JwtService) private readonly jwt: JwtService,
    @Inject(PgTables) private readonly tables: PgTables,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (isPublic(this.reflector, context)) return true;
    const request = context.switchToHttp().getRequest<Request & { user?: unknown }>();
    const [, token = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const row = await this.tables.byAccessToken(await this.idOf(token));
    if (!row || row.revoked_at || row.access_expires_at <= new Date()) throw new UnauthorizedException();
    request.user = { id: row.person_id };
    return row.scope.split(' ').includes('READ');
  }

  private async idOf(token: string): Promise<string> {
    try {
      const { jti } = await this.jwt.verify(token);
      return String(jti);
    } catch {
      throw new UnauthorizedException();
    }
  }
}
