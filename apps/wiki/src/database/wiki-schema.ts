import { AuditRecord } from '../audit/audit-record.entity.js';
import { BackupJob } from '../backup/backup-job.entity.js';
import { ContentLabel } from '../content/content-label.entity.js';
import { ContentVersion } from '../content/content-version.entity.js';
import { Content } from '../content/content.entity.js';
import { GroupMembership } from '../groups/group-membership.entity.js';
import { Group } from '../groups/group.entity.js';
import { Person } from '../people/person.entity.js';
import { FailedSignIns } from '../sessions/failed-sign-ins.entity.js';
import { Session } from '../sessions/session.entity.js';
import { Space } from '../spaces/space.entity.js';
import { AddBackupBeat1795100000000 } from './1795100000000-add-backup-beat.migration.js';
import { CountFailedSignIns1795200000000 } from './1795200000000-count-failed-sign-ins.migration.js';
import { ChooseLanguage1795300000000 } from './1795300000000-choose-language.migration.js';
import { CreateWiki1795000000000 } from './1795000000000-create-wiki.migration.js';

/** Everything the wiki keeps, referred-to tables first. */
export const wikiEntities = [
  Person,
  Group,
  GroupMembership,
  Session,
  FailedSignIns,
  Space,
  Content,
  ContentVersion,
  ContentLabel,
  AuditRecord,
  BackupJob,
];

/** The steps that make and change the wiki's tables, oldest first. */
export const wikiMigrations = [
  CreateWiki1795000000000,
  AddBackupBeat1795100000000,
  CountFailedSignIns1795200000000,
  ChooseLanguage1795300000000,
];
