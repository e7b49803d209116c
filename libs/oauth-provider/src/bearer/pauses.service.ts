import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Change } from '../events/changes.service.js';
import { everyNode, Pause } from './pause.entity.js';

/**
 * Turns applications away on every node, and lets them in again. What they hold is kept, and every node sees the next
 * request by this: it is read with the token's row. For one node alone there is `bearerEnabled`.
 */
@Injectable()
export class Pauses {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** Since when applications are turned away, in milliseconds since 1970; `null` while they are let in. */
  async since(): Promise<number | null> {
    return (await this.dataSource.manager.findOneBy(Pause, { id: everyNode }))?.since ?? null;
  }

  /** Turns applications away from now on. Where they are already, this changes nothing. */
  async begin(change: Change): Promise<void> {
    const { manager, now } = change;
    if (await manager.existsBy(Pause, { id: everyNode })) return;
    await manager.createQueryBuilder().insert().into(Pause).values({ id: everyNode, since: now }).orIgnore().execute();
    change.end({ kind: 'all' });
    change.record({ type: 'applications.paused', clientId: null, details: {} });
  }

  /** Lets applications in again. */
  async end(change: Change): Promise<void> {
    const { affected } = await change.manager.delete(Pause, { id: everyNode });
    if (affected === 1) change.record({ type: 'applications.resumed', clientId: null, details: {} });
  }
}
