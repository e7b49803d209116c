import { Module } from '@nestjs/common';
import { PeopleService } from './people.service.js';

/** The people of the host. */
@Module({ providers: [PeopleService], exports: [PeopleService] })
export class PeopleModule {}
