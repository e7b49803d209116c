import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { type Client } from '../clients/client.entity.js';
import { Lifetimes } from '../clients/lifetimes.service.js';
import { Grant } from '../grants/grant.entity.js';
import { Family } from './family.entity.js';

/** Counts sign-ins of an application that are neither ended nor expired: those that stop when it is not let in any more. */
@Injectable()
export class LiveSignIns {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Lifetimes) private readonly lifetimes: Lifetimes,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** All of a client. */
  async ofClient(client: Client): Promise<number> {
    return this.live(client).getCount();
  }

  /** By the ids of some grants of a client; grants without any are left out. */
  async ofGrants(client: Client, grantIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (grantIds.length === 0) return new Map();
    const rows = await this.live(client)
      .andWhere('family.grantId IN (:...grantIds)', { grantIds })
      .select('family.grantId', 'id')
      .addSelect('COUNT(*)', 'count')
      .groupBy('family.grantId')
      .getRawMany<{ id: string; count: string | number }>();
    return new Map(rows.map(({ id, count }) => [id, Number(count)]));
  }

  /** By way of the grants, which have an index by client, to the families, which have one by grant. */
  private live(client: Client): SelectQueryBuilder<Family> {
    const now = this.clock.now();
    const since = Math.max(0, now - this.lifetimes.of(client).familySeconds * 1000);
    return this.dataSource.manager
      .createQueryBuilder(Family, 'family')
      .innerJoin(Grant, 'given', 'given.id = family.grantId')
      .where('given.clientId = :clientId AND family.endedAt IS NULL AND family.generation > 0', { clientId: client.id })
      .andWhere('(family.accessExpiresAt > :now OR (family.refreshExpiresAt > :now AND family.createdAt > :since))', {
        now,
        since,
      });
  }
}
