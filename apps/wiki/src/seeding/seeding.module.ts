import { Module } from '@nestjs/common';
import { ContentModule } from '../content/content.module.js';
import { PeopleModule } from '../people/people.module.js';
import { SeedingService } from './seeding.service.js';

/** What an empty database begins with. */
@Module({ imports: [PeopleModule, ContentModule], providers: [SeedingService], exports: [SeedingService] })
export class SeedingModule {}
