import { type Scope } from 'nestjs-drawbridge/scopes';

/**
 * Why a request of a known application was turned away. `link-scope`: more than the link may ask for; `granted-scope`: more
 * than the person agreed to; `person-level`: more than the person holds; `closed`: no application reaches the route;
 * `limit`: the host narrows it; the others: the token, or what stands above it, is not in force.
 */
export const refusalReasons = [
  'link-scope',
  'granted-scope',
  'person-level',
  'closed',
  'limit',
  'nothing-granted',
  'token-expired',
  'token-replaced',
  'token-unknown',
  'sign-in-ended',
  'not-authorized',
  'person-inactive',
  'link-disabled',
  'link-deleted',
  'paused',
] as const;

/** One of them. */
export type RefusalReason = (typeof refusalReasons)[number];

/** A reason as it is counted: whether link or person fell short of a scope is found out when the count is written. */
export type CountedReason = Exclude<RefusalReason, 'link-scope' | 'granted-scope'> | `scope ${Scope}`;
