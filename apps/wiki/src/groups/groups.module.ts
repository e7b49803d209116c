import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { GroupsService } from './groups.service.js';

/** Groups and who is in them. */
@Module({ imports: [PeopleModule], providers: [GroupsService], exports: [GroupsService] })
export class GroupsModule {}
