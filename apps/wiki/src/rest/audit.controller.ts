import { Controller, Get, Query } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { PeopleService } from '../people/people.service.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { checked } from './checked.js';
import { Links } from './links.js';
import { SliceQuery } from './slice.query.js';
import { UserPresenter } from './user.presenter.js';

const system = { type: 'user', username: '', userKey: null, displayName: 'System' };

/** The audit log. */
@Controller('rest/api/audit')
@NeedsLevel('ADMIN')
export class AuditController {
  constructor(
    private readonly audit: AuditService,
    private readonly people: PeopleService,
    private readonly users: UserPresenter,
    private readonly links: Links,
  ) {}

  @Get()
  async list(@Query(checked) query: SliceQuery) {
    const listing = await this.audit.list(query.slice(100));
    const people = await this.people.byIds(listing.results.flatMap(({ actorId }) => actorId ?? []));
    const results = listing.results.map((record) => ({
      author: record.actorId === null ? system : this.users.of(record.actorId, people),
      remoteAddress: record.address ?? '',
      creationDate: record.at,
      summary: record.summary,
      description: '',
      category: record.category,
      sysAdmin: false,
      affectedObject: { name: record.affected, objectType: record.category },
      changedValues: [],
      associatedObjects: [],
    }));
    return this.links.list({ ...listing, results }, '/rest/api/audit');
  }
}
