import { type Client } from 'nestjs-drawbridge/oauth-provider';

/** Something an administrator wants to know of a link at a glance. */
export type LinkStatus =
  /** An administrator let it rest. */
  | { readonly kind: 'disabled' }
  /** One of its secrets ends soon, at a moment in milliseconds since 1970; `null`: it has none any more, and needs one. */
  | { readonly kind: 'secretEnding'; readonly at: number | null }
  /** Its last request is so many whole days ago. */
  | { readonly kind: 'idle'; readonly days: number }
  /** It never made a request. */
  | { readonly kind: 'neverUsed' }
  /** It is enabled, and in use. */
  | { readonly kind: 'active' };

/** Every kind of status, the most important first. */
export const LINK_STATUSES = ['disabled', 'secretEnding', 'idle', 'neverUsed', 'active'] as const;

/** One of them. */
export type LinkStatusKind = (typeof LINK_STATUSES)[number];

/** The edges between what is so and what is not. */
export interface StatusBounds {
  /** Now, in milliseconds since 1970. */
  readonly now: number;
  /** After how many days without a request a link is idle. */
  readonly idleDays: number;
}

export const dayInMilliseconds = 86_400_000;

/** How soon the end of a secret is a matter for an administrator, in milliseconds. */
export const soon = 7 * dayInMilliseconds;

/**
 * All that is so of a link, the most important first; at least one. `nextEnd` is when the next of its live secrets ends; `null`: none of
 * them does; `undefined`: there is none.
 */
export function statusesOf(
  client: Client,
  nextEnd: number | null | undefined,
  bounds: StatusBounds,
): readonly LinkStatus[] {
  const found = [disabled(client), secretEnding(client, nextEnd, bounds), use(client, bounds)];
  return found.filter((status) => status !== null);
}

const disabled = ({ enabled }: Client): LinkStatus | null => (enabled ? null : { kind: 'disabled' });

function secretEnding({ type }: Client, nextEnd: number | null | undefined, { now }: StatusBounds): LinkStatus | null {
  if (type === 'public' || nextEnd === null) return null;
  if (nextEnd === undefined) return { kind: 'secretEnding', at: null };
  return nextEnd <= now + soon ? { kind: 'secretEnding', at: nextEnd } : null;
}

function use({ enabled, lastUsedAt }: Client, { now, idleDays }: StatusBounds): LinkStatus | null {
  if (lastUsedAt === null) return { kind: 'neverUsed' };
  const days = Math.floor((now - lastUsedAt) / dayInMilliseconds);
  if (days >= idleDays) return { kind: 'idle', days };
  return enabled ? { kind: 'active' } : null;
}
