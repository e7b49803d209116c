import { Pause } from '../bearer/pause.entity.js';
import { UsedTicket } from '../browser/used-ticket.entity.js';
import { CleaningTurn } from '../cleaning/cleaning-turn.entity.js';
import { ClientSecret } from '../clients/client-secret.entity.js';
import { Client } from '../clients/client.entity.js';
import { RememberedConsent } from '../consent/remembered-consent.entity.js';
import { EventRecord } from '../events/event.entity.js';
import { EndingCount } from '../endings/ending-count.entity.js';
import { Ending } from '../endings/ending.entity.js';
import { Family } from '../families/family.entity.js';
import { Grant } from '../grants/grant.entity.js';
import { ThrottleCount } from '../throttle/throttle-count.entity.js';
import { HourlyUsage } from '../usage/hourly-usage.entity.js';
import { RefusalUsage } from '../usage/refusal-usage.entity.js';
import { RouteUsage } from '../usage/route-usage.entity.js';
import { SecretUse } from '../usage/secret-use.entity.js';
import { DailyUsage } from '../usage/usage.entity.js';

/** What the provider stores. The host spreads it into the entities of its one data source. */
export const oauthProviderEntities = [
  Client,
  ClientSecret,
  Grant,
  RememberedConsent,
  Family,
  EventRecord,
  DailyUsage,
  HourlyUsage,
  RouteUsage,
  RefusalUsage,
  SecretUse,
  UsedTicket,
  ThrottleCount,
  CleaningTurn,
  Pause,
  Ending,
  EndingCount,
];
