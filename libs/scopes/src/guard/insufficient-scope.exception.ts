import { ForbiddenException } from '@nestjs/common';
import { type Access } from '../access/access.js';
import { type Scope, suffices } from '../ladder/scope.js';

/** What an access lacks of what is needed. */
export type ScopeShortfall =
  | { readonly reason: 'closed' }
  | { readonly reason: 'scope'; readonly needed: Scope }
  | { readonly reason: 'person'; readonly needed: Scope };

/** Why an access was not enough for a route. */
export type Shortfall =
  | ScopeShortfall
  /** The host narrows what the application reaches; it may say to what. */
  | { readonly reason: 'limit'; readonly sentence: string | null };

/** What an access lacks of what is needed (`null`: nothing opens it), before the host's limits; `null` when it lacks nothing. */
export function shortfallOf(access: Access, needed: Scope | null): ScopeShortfall | null {
  if (needed === null) return { reason: 'closed' };
  if (access.can(needed)) return null;
  return { reason: suffices(access.scope, needed) ? 'person' : 'scope', needed };
}

const messageOf = (shortfall: Shortfall): string => {
  if (shortfall.reason === 'closed') return 'This resource is closed to applications.';
  if (shortfall.reason === 'scope')
    return `This needs the scope ${shortfall.needed}, which the application was not given.`;
  if (shortfall.reason === 'limit')
    return shortfall.sentence ?? 'The administrator limited what this application may reach, and this is beyond it.';
  return `This needs the level ${shortfall.needed}, which the person who authorized the application does not hold.`;
};

/** A text as it may stand in an `error_description` (RFC 6750 §3), whatever the host wrote. */
const quotable = (text: string): string => text.slice(0, 300).replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');

/** A token that is good, on a route it does not reach: 403 `insufficient_scope` (RFC 6750 §3.1). */
export class InsufficientScopeException extends ForbiddenException {
  /** The value of `WWW-Authenticate` (RFC 6750 §3). */
  readonly challenge: string;

  constructor(readonly shortfall: Shortfall) {
    const message = messageOf(shortfall);
    super({ statusCode: 403, error: 'insufficient_scope', message });
    const scope = 'needed' in shortfall ? `, scope="${shortfall.needed}"` : '';
    this.challenge = `Bearer error="insufficient_scope", error_description="${quotable(message)}"${scope}`;
  }
}
