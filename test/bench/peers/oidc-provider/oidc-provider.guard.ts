import { type CanActivate, type ExecutionContext, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { type Request } from 'express';
import Provider from 'oidc-provider';
import { People } from './people.js';

/** Looks a token up, and then at once all that it hangs from. */
@Injectable()
export class OidcProviderGuard implements CanActivate {
  constructor(
    @Inject(Provider) private readonly provider: Provider,
    @Inject(People) private readonly people: People,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request & { user?: unknown }>();
    const [, value = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const token = await this.provider.AccessToken.find(value);
    if (!token?.isValid || !token.clientId || !token.grantId) throw new UnauthorizedException();
    const [client, grant, person] = await Promise.all([
      this.provider.Client.find(token.clientId),
      this.provider.Grant.find(token.grantId),
      this.people.find(token.accountId),
    ]);
    if (!client || !person || grant?.accountId !== token.accountId) throw new UnauthorizedException();
    request.user = person;
    return token.scopes.has('READ');
  }
}
