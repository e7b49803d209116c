import { ForbiddenException, Inject, Injectable, Scope, UnauthorizedException } from '@nestjs/common';
import { REQUEST } from '@nestjs/core';
import { type Request } from 'express';
import { type Member } from './members.service.js';

/** A request, and whose it is. */
export type LedgerRequest = Omit<Request, 'user'> & { user?: Member };

/** The entries of the ledger. It checks by itself who may do what: one for each request. */
@Injectable({ scope: Scope.REQUEST })
export class EntriesService {
  constructor(@Inject(REQUEST) private readonly request: LedgerRequest) {}

  list(): { readonly as: string } {
    return { as: this.member().name };
  }

  add(): { readonly as: string } {
    if (!this.member().keepsBooks) throw new ForbiddenException('You keep no books.');
    return this.list();
  }

  clear(): { readonly as: string } {
    if (!this.member().isTreasurer) throw new ForbiddenException('Only the treasurer clears the ledger.');
    return this.list();
  }

  private member(): Member {
    if (!this.request.user) throw new UnauthorizedException('Members only.');
    return this.request.user;
  }
}
