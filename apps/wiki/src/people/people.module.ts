import { Module } from '@nestjs/common';
import { PasswordsService } from './passwords.service.js';
import { PeopleService } from './people.service.js';
import { PersonChanges } from './person-changes.service.js';
import { ReadingChoices } from './reading-choices.service.js';

/** Accounts, their passwords and how their people read. */
@Module({
  providers: [PeopleService, PasswordsService, PersonChanges, ReadingChoices],
  exports: [PeopleService, PersonChanges, ReadingChoices],
})
export class PeopleModule {}
