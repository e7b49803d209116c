import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { EventRecord } from './event.entity.js';

/** Reads the audit trail. */
@Injectable()
export class Events {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** A page of events, newest first, of one client or of all. */
  async newest(page: { clientId?: string; start: number; limit: number }): Promise<readonly EventRecord[]> {
    return this.dataSource.manager.find(EventRecord, {
      where: page.clientId ? { clientId: page.clientId } : {},
      order: { id: 'DESC' },
      skip: page.start,
      take: page.limit,
    });
  }
}
