import { Module } from '@nestjs/common';
import { BackupService } from './backup.service.js';

/** Backups of the site. */
@Module({ providers: [BackupService], exports: [BackupService] })
export class BackupModule {}
