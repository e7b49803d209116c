import { Module } from '@nestjs/common';
import { BackupPulse } from './backup-pulse.service.js';
import { BackupService } from './backup.service.js';

/** Backups of the site. */
@Module({ providers: [BackupService, BackupPulse], exports: [BackupService] })
export class BackupModule {}
