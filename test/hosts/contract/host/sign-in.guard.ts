import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { guardsItself, type Person } from 'nestjs-drawbridge/host';
import { Calls } from 'nestjs-drawbridge/scopes';
import { PeopleService } from './people.service.js';

/** A request as far as the host looks at it. */
export interface PersonsRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  user?: Person | null;
}

/** The host's own guard: turns away who is not signed in. Messages of microservices come from the inside. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly people: PeopleService,
    private readonly calls: Calls,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (guardsItself(context) || context.getType() === 'rpc') return true;
    const request = this.calls.requestOf(context) as PersonsRequest | undefined;
    const person = request?.user ?? this.people.ofCookie(request?.headers.cookie);
    if (!request || !person) throw new UnauthorizedException('Sign in first.');
    request.user = person;
    return true;
  }
}
