import { randomBytes } from 'node:crypto';
import { Changes, Client, ClientSecret, Grants } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import type { Administration, CreatedLink, NewLink } from './administration.js';
import type { RunningWiki } from './start-wiki.js';

/** What has happened to a link since it was made. */
export interface Life {
  /** Milliseconds before now, of its last request. Default: it never made one. */
  readonly usedAgo?: number;
  /** How many people let it in. */
  readonly people?: number;
  readonly disabled?: boolean;
  /** In how many milliseconds its secret ends; `null`: it has none any more. Default: no end. */
  readonly secretEndsIn?: number | null;
  /** Requests let in and refused, today first. */
  readonly usage?: readonly (readonly [requests: number, refusals: number])[];
}

const day = 86_400_000;

/** Makes a link and lets it live: what takes weeks is written as if they had passed. */
export async function livedLink(
  wiki: RunningWiki,
  administration: Administration,
  link: NewLink,
  life: Life = {},
): Promise<CreatedLink> {
  const created = await administration.createLink(link);
  const { clientId } = created;
  const { manager } = wiki.get(DataSource);
  const now = wiki.clock.now();
  if (life.usedAgo !== undefined) await manager.update(Client, { id: clientId }, { lastUsedAt: now - life.usedAgo });
  if (life.secretEndsIn === null) await manager.delete(ClientSecret, { clientId });
  else if (life.secretEndsIn !== undefined)
    await manager.update(ClientSecret, { clientId }, { expiresAt: now + life.secretEndsIn });
  for (let count = 0; count < (life.people ?? 0); count++) {
    const userId = randomBytes(16).toString('hex');
    await wiki
      .get(Changes)
      .make({ userId, address: null }, (change) =>
        wiki.get(Grants).give(change, { clientId, userId, scopes: ['READ'] }),
      );
  }
  for (const [ago, [requests, refusals]] of (life.usage ?? []).entries()) {
    const usage = { clientId, day: new Date(now - ago * day).toISOString().slice(0, 10), requests, refusals };
    await manager.getRepository('DailyUsage').insert(usage);
  }
  if (life.disabled) await administration.updateLink(created.id, { enabled: false });
  return created;
}
