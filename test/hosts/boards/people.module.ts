import { Module } from '@nestjs/common';
import { PeopleService } from './people.service.js';

/** The people of the boards. */
@Module({ providers: [PeopleService], exports: [PeopleService] })
export class PeopleModule {}
