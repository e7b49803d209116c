import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { ScopesOptions } from '../scopes.options.js';
import { requestOf } from './call.js';

/** Finds the request of a call, in the host's own way where it has one. */
@Injectable()
export class Calls {
  constructor(@Inject(ScopesOptions) private readonly options: ScopesOptions) {}

  /** The HTTP request that a call came with; `undefined` where there is none. */
  requestOf(context: ExecutionContext): object | undefined {
    return this.options.requestOf?.(context) ?? requestOf(context);
  }
}
