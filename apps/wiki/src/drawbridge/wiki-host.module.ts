import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { PersonEndings } from './person-endings.js';
import { TokenTheftWarnings } from './token-theft-warnings.js';
import { WikiAuditTrail } from './wiki-audit-trail.js';

/**
 * What the adapters in this folder are made of, what listens to the provider's events, and what tells it of changed people. Configuration, sessions and audit log
 * are there for everybody.
 */
@Module({
  imports: [PeopleModule],
  providers: [PersonEndings, TokenTheftWarnings, WikiAuditTrail],
  exports: [PeopleModule],
})
export class WikiHostModule {}
