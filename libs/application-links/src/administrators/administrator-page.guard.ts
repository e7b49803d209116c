import { type CanActivate, type ExecutionContext, ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { type HttpRequest } from 'nestjs-drawbridge/oauth-provider';
import { accessOf } from 'nestjs-drawbridge/scopes';
import { setAdministrator } from './administrator.js';
import { Administrators } from './administrators.service.js';
import { SignInFirst } from './sign-in-first.js';

/** Lets administrators through to the pages; the others learn why not, or sign in first. */
@Injectable()
export class AdministratorPageGuard implements CanActivate {
  constructor(@Inject(Administrators) private readonly administrators: Administrators) {}

  /** @throws SignInFirst when nobody is signed in, ForbiddenException below ADMIN and for applications */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    if (accessOf(request)) throw new ForbiddenException('Applications use the JSON of the links, not these pages.');
    const administrator = await this.administrators.signedIn(request);
    if (!administrator) throw new SignInFirst();
    setAdministrator(request, administrator);
    return true;
  }
}
