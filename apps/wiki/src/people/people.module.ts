import { Module } from '@nestjs/common';
import { PasswordsService } from './passwords.service.js';
import { PeopleChanges } from './people-changes.service.js';
import { PeopleService } from './people.service.js';

/** Accounts and their passwords. */
@Module({ providers: [PeopleService, PeopleChanges, PasswordsService], exports: [PeopleService, PeopleChanges] })
export class PeopleModule {}
