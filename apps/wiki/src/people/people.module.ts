import { Module } from '@nestjs/common';
import { PasswordsService } from './passwords.service.js';
import { PeopleService } from './people.service.js';
import { PersonChanges } from './person-changes.service.js';

/** Accounts and their passwords. */
@Module({ providers: [PeopleService, PasswordsService, PersonChanges], exports: [PeopleService, PersonChanges] })
export class PeopleModule {}
