import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';

/** What the adapters in this folder are made of. Configuration, sessions and audit log are there for everybody. */
@Module({ imports: [PeopleModule], exports: [PeopleModule] })
export class WikiHostModule {}
