import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Endings, OpenAccesses } from 'nestjs-drawbridge/oauth-provider';
import { PersonChanges } from '../people/person-changes.service.js';

/**
 * Keeps the wiki's promise `personChangesAreTold`, and closes at once what applications have open in the name of somebody
 * who may do less now; other nodes see that within a second.
 */
@Injectable()
export class PersonEndings implements OnModuleInit {
  constructor(
    private readonly changes: PersonChanges,
    private readonly endings: Endings,
    private readonly open: OpenAccesses,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe({
      changing: (manager, personId) => this.endings.personChanged(manager, personId),
      changed: () => this.open.judge(),
    });
  }
}
