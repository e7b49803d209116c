import { Module } from '@nestjs/common';
import { ContentModule } from '../content/content.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SystemInfoService } from './system-info.service.js';

/** What system administrators see of the running wiki. */
@Module({ imports: [PeopleModule, ContentModule], providers: [SystemInfoService], exports: [SystemInfoService] })
export class SystemModule {}
