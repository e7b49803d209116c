import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  mixin,
  type Type,
  UnauthorizedException,
} from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Cook, CooksService } from './cooks.service.js';

/** A request, and whose it is once a guard found out. */
export type CookbookRequest = FastifyRequest & { cook?: Cook };

/** Turns away who is not signed in. */
@Injectable()
export class SignedInGuard implements CanActivate {
  constructor(private readonly cooks: CooksService) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<CookbookRequest>();
    request.cook ??= this.cooks.ofCookie(request.headers.cookie)?.cook;
    if (!request.cook) throw new UnauthorizedException('Who is cooking?');
    return true;
  }
}

/** Makes a guard that turns away who lacks a right. */
export function May(right: number): Type<CanActivate> {
  class MayGuard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      const { cook } = context.switchToHttp().getRequest<CookbookRequest>();
      return ((cook?.rights ?? 0) & right) === right;
    }
  }
  return mixin(MayGuard);
}
