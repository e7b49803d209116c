import { Module } from '@nestjs/common';
import { PasswordsService } from './passwords.service.js';
import { PeopleService } from './people.service.js';

/** Accounts and their passwords. */
@Module({ providers: [PeopleService, PasswordsService], exports: [PeopleService] })
export class PeopleModule {}
