import { CreateProviderTables1764000000000 } from './1764000000000-create-provider-tables.migration.js';
import { CreateCleaningTurn1764000002000 } from './1764000002000-create-cleaning-turn.migration.js';
import { CreatePause1764000003000 } from './1764000003000-create-pause.migration.js';
import { AddIssueTime1764300000000 } from './1764300000000-add-issue-time.migration.js';
import { CreateThrottle1764400000000 } from './1764400000000-create-throttle.migration.js';
import { CreateRememberedConsent1764500000000 } from './1764500000000-create-remembered-consent.migration.js';
import { CreateEnding1764600000000 } from './1764600000000-create-ending.migration.js';
import { AddTrialEnd1764650000000 } from './1764650000000-add-trial-end.migration.js';
import { AddListIndexes1764700000000 } from './1764700000000-add-list-indexes.migration.js';
import { CreateUsageDetails1764800000000 } from './1764800000000-create-usage-details.migration.js';
import { IndexEvents1764900000000 } from './1764900000000-index-events.migration.js';
import { IndexGrantClients1765000000000 } from './1765000000000-index-grant-clients.migration.js';
import { LeaveRoomForUpdates1765050000000 } from './1765050000000-leave-room-for-updates.migration.js';
import { KeepReplaySeed1765100000000 } from './1765100000000-keep-replay-seed.migration.js';

/** The provider's steps from an empty database to today's. The host spreads them into its data source. */
export const oauthProviderMigrations = [
  CreateProviderTables1764000000000,
  CreateCleaningTurn1764000002000,
  CreatePause1764000003000,
  AddIssueTime1764300000000,
  CreateThrottle1764400000000,
  CreateRememberedConsent1764500000000,
  CreateEnding1764600000000,
  AddTrialEnd1764650000000,
  AddListIndexes1764700000000,
  CreateUsageDetails1764800000000,
  IndexEvents1764900000000,
  IndexGrantClients1765000000000,
  LeaveRoomForUpdates1765050000000,
  KeepReplaySeed1765100000000,
];
