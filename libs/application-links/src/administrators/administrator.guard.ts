import {
  type CanActivate,
  type ExecutionContext,
  ForbiddenException,
  Inject,
  Injectable,
  UnauthorizedException,
} from '@nestjs/common';
import { Forms, type HttpRequest } from 'nestjs-drawbridge/oauth-provider';
import { accessOf } from 'nestjs-drawbridge/scopes';
import { type Administrator, setAdministrator } from './administrator.js';
import { Administrators } from './administrators.service.js';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets administrators through to the JSON: by a token, or by their session and, for changes, its ticket. */
@Injectable()
export class AdministratorGuard implements CanActivate {
  constructor(
    @Inject(Administrators) private readonly administrators: Administrators,
    @Inject(Forms) private readonly forms: Forms,
  ) {}

  /** @throws UnauthorizedException when nobody is signed in, ForbiddenException for everybody else */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest>();
    const access = accessOf(request);
    const administrator = access ? this.administrators.through(access, request) : await this.signedIn(request);
    setAdministrator(request, administrator);
    return true;
  }

  private async signedIn(request: HttpRequest): Promise<Administrator> {
    const administrator = await this.administrators.signedIn(request);
    if (!administrator) throw new UnauthorizedException('Sign in to the wiki as an administrator first.');
    if (safeMethods.has(request.method)) return administrator;
    if ((await this.forms.sessionRefusal(request, administrator.person)) === null) return administrator;
    throw new ForbiddenException('Send the X-CSRF-Token that the wiki put into its pages for this session.');
  }
}
