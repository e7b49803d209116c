import { Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityManager } from 'typeorm';
import { type Listing, listingOf, type Slice } from '../database/listing.js';
import { beginningOf } from '../text/legal-text.js';
import { AuditRecord } from './audit-record.entity.js';

/** One entry before it is written; without `at` it happens now. */
export type AuditEntry = Pick<AuditRecord, 'actorId' | 'category' | 'summary' | 'affected'> &
  Partial<Pick<AuditRecord, 'address' | 'at'>>;

/** The audit log. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Writes one entry; inside a transaction when its manager is given. Texts that are too long are cut. */
  async write(entry: AuditEntry, manager: EntityManager = this.database.manager): Promise<void> {
    await manager.insert(AuditRecord, {
      at: this.clock.now(),
      address: null,
      ...entry,
      summary: beginningOf(entry.summary, 255),
      affected: beginningOf(entry.affected, 512),
    });
  }

  /** The log, newest first. */
  async list(slice: Slice): Promise<Listing<AuditRecord>> {
    const rows = await this.database.manager.find(AuditRecord, {
      order: { at: 'DESC', id: 'DESC' },
      skip: slice.start,
      take: slice.limit + 1,
    });
    return listingOf(rows, slice);
  }
}
