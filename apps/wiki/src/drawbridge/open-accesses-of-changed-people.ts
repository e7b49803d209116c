import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OpenAccesses } from 'nestjs-drawbridge/oauth-provider';
import { PeopleChanges } from '../people/people-changes.service.js';

/** Closes at once what applications have open in the name of somebody who may do less now; other nodes see it within a second. */
@Injectable()
export class OpenAccessesOfChangedPeople implements OnModuleInit {
  constructor(
    private readonly changes: PeopleChanges,
    private readonly open: OpenAccesses,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe(() => this.open.judge());
  }
}
