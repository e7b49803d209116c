import { type ClientSecret, type SecretUse } from 'nestjs-drawbridge/oauth-provider';

/** A secret with from where it was used, the latest first. */
export interface UsedSecret {
  readonly secret: ClientSecret;
  readonly uses: readonly SecretUse[];
}

/**
 * How far the change from one secret to the next has come. `none`: no secret is left; `settled`: the first one, which is used; `put`:
 * the newest waits to be put into the application; `watch`: an older one is still in use; `quiet`: none of the older ones is;
 * `finished`: none is left, and the newest is used.
 */
export type RotationState = 'none' | 'settled' | 'put' | 'watch' | 'quiet' | 'finished';

/** The live secrets of an application and what is to be done with them. */
export interface Rotation {
  readonly state: RotationState;
  /** Newest first. */
  readonly secrets: readonly UsedSecret[];
  /** When the older ones were used last, all in all; `null`: never. */
  readonly olderUsedAt: number | null;
  /** How long an older one has to rest before it counts as quiet, in seconds. */
  readonly quietSeconds: number;
  /** Now, in milliseconds since 1970. */
  readonly now: number;
}

/**
 * @param secrets live ones, newest first
 * @param of how long an access token lives, in seconds: whoever is still in use comes back with their secret when it runs out; and
 * when the application was linked, which is when it got its first secret
 */
export function rotationOf(
  secrets: readonly UsedSecret[],
  { quietSeconds, linkedAt }: { quietSeconds: number; linkedAt: number },
  now: number,
): Rotation {
  const [newest, ...older] = secrets;
  const olderUsedAt = older.reduce<number | null>((latest, { secret: { lastUsedAt } }) => {
    return lastUsedAt === null ? latest : Math.max(lastUsedAt, latest ?? 0);
  }, null);
  const common = { secrets, olderUsedAt, quietSeconds, now };
  if (!newest) return { ...common, state: 'none' };
  if (newest.secret.lastUsedAt === null) return { ...common, state: 'put' };
  if (older.length === 0) return { ...common, state: newest.secret.createdAt > linkedAt ? 'finished' : 'settled' };
  const restsSince = Math.max(olderUsedAt ?? 0, newest.secret.createdAt);
  return { ...common, state: now - restsSince > quietSeconds * 1000 ? 'quiet' : 'watch' };
}
