import { UsedTicket } from '../browser/used-ticket.entity.js';
import { ClientSecret } from '../clients/client-secret.entity.js';
import { Ending } from '../endings/ending.entity.js';
import { EventRecord } from '../events/event.entity.js';
import { RememberedConsent } from '../consent/remembered-consent.entity.js';
import { Family } from '../families/family.entity.js';
import { Grant } from '../grants/grant.entity.js';
import { HourlyUsage } from '../usage/hourly-usage.entity.js';
import { RefusalUsage } from '../usage/refusal-usage.entity.js';
import { RouteUsage } from '../usage/route-usage.entity.js';
import { SecretUse } from '../usage/secret-use.entity.js';
import { DailyUsage } from '../usage/usage.entity.js';
import { type Cleaned } from './cleaning-progress.js';

/** The instants and the day that {@link deadRows} compare with. */
export interface DeadRowBounds {
  readonly now: number;
  /** What ended by itself before this was kept for long enough. */
  readonly before: number;
  /** The oldest day whose use is kept. */
  readonly day: string;
  /** The oldest instant from which it is kept who used a secret. */
  readonly usageSince: number;
  /** The oldest hour whose use is kept. */
  readonly hour: string;
  /** The oldest instant whose events are kept. */
  readonly eventsSince: number;
}

/** Which rows of a table may go. */
export interface DeadRows {
  readonly entity: new () => object;
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** True of rows, called `it`, that nothing can bring back to life. */
  readonly condition: string;
  /** The key grows with time, so that behind a row that lives nothing is dead. */
  readonly isOldestFirst?: boolean;
}

/** Looked up row by row: of `NOT EXISTS` PostgreSQL makes a hash of the whole table above, for each batch anew. */
const gone = (table: string, column: string): string =>
  `(SELECT above.id FROM ${table} above WHERE above.id = it.${column}) IS NULL`;

const clientGone = gone('drawbridge_client', 'client_id');

/**
 * What is dead, table by table. A family whose grant or client is gone stays until its last token has run out, so that
 * the application is told the true cause. A grant whose families are all dead is still the person's yes, shown in their
 * profile, and stays; what a trial left behind goes. The newest ending stays too: nodes go on from it.
 */
export const deadRows: Readonly<Record<Cleaned, DeadRows>> = {
  families: {
    entity: Family,
    key: ['id'],
    condition: `it.ended_at <= :before
      OR (it.generation = 0 AND it.code_expires_at <= :before)
      OR (it.generation > 0 AND it.access_expires_at <= :before AND it.refresh_expires_at <= :before)
      OR (COALESCE(it.access_expires_at, it.code_expires_at) <= :now
        AND (${gone('drawbridge_grant', 'grant_id')} OR ${clientGone}))`,
  },
  grants: { entity: Grant, key: ['id'], condition: `it.trial_until <= :now OR ${clientGone}` },
  consents: {
    entity: RememberedConsent,
    key: ['grant_id', 'question'],
    condition: `it.expires_at <= :now OR ${gone('drawbridge_grant', 'grant_id')}`,
  },
  secrets: { entity: ClientSecret, key: ['id'], condition: `it.expires_at <= :before OR ${clientGone}` },
  secretUses: {
    entity: SecretUse,
    key: ['secret_id', 'address', 'agent'],
    condition: `it.last_used_at < :usageSince OR ${gone('drawbridge_client_secret', 'secret_id')}`,
  },
  usage: { entity: DailyUsage, key: ['client_id', 'day'], condition: `it.day < :day OR ${clientGone}` },
  usageHours: { entity: HourlyUsage, key: ['client_id', 'hour'], condition: `it.hour < :hour OR ${clientGone}` },
  usageRoutes: { entity: RouteUsage, key: ['client_id', 'day', 'route'], condition: `it.day < :day OR ${clientGone}` },
  usageRefusals: {
    entity: RefusalUsage,
    key: ['client_id', 'day', 'reason'],
    condition: `it.day < :day OR ${clientGone}`,
  },
  tickets: { entity: UsedTicket, key: ['digest'], condition: 'it.expires_at <= :before' },
  endings: {
    entity: Ending,
    key: ['number'],
    condition: 'it.at <= :before AND it.number < (SELECT MAX(latest.number) FROM drawbridge_ending latest)',
    isOldestFirst: true,
  },
  events: { entity: EventRecord, key: ['id'], condition: 'it.at < :eventsSince', isOldestFirst: true },
};
