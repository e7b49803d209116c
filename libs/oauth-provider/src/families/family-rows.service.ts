import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { batchedReads } from '../batches/batches.js';
import { EndingWatch } from '../endings/ending-watch.service.js';
import { EntityRows } from '../storage/entity-rows.js';
import { statement, Statements } from '../storage/statements.service.js';
import { Family } from './family.entity.js';

/** A family as it is stored, and whether its authorization still is. */
export interface FamilyRow {
  readonly family: Family;
  readonly hasGrant: boolean;
}

/**
 * Reads whole families, one statement for all who ask at one moment. It sees the newest ending as well, which mostly spares whoever
 * goes on a look of their own.
 */
@Injectable()
export class FamilyRows {
  private readonly entities: EntityRows<Family>;
  private readonly byIds;
  private readonly reads = batchedReads<string, FamilyRow>((ids) => this.readAll(ids));

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(Statements) private readonly statements: Statements,
    @Inject(EndingWatch) private readonly endings: EndingWatch,
  ) {
    this.entities = new EntityRows(dataSource, Family);
    const select = `SELECT ${this.entities.columnsOf('f')}, g.id AS grant_found, e.number AS newest_ending, e.at AS newest_ended_at
      FROM drawbridge_family f
        LEFT JOIN drawbridge_grant g ON g.id = f.grant_id
        LEFT JOIN (SELECT number, at FROM drawbridge_ending ORDER BY number DESC LIMIT 1) e ON TRUE
      WHERE f.id`;
    this.byIds = statement(`${select} = ANY($1)`, `${select} IN (SELECT value FROM json_each(?))`);
  }

  /** One family as it is now; `null` when there is none. */
  read(id: string): Promise<FamilyRow | null> {
    return this.reads.add(id);
  }

  private async readAll(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, FamilyRow>> {
    const began = performance.now();
    const rows = await this.statements.rows<Row>(this.byIds, [...ids]);
    const [first] = rows;
    if (first) this.endings.saw({ number: Number(first.newest_ending), at: Number(first.newest_ended_at) }, began);
    return new Map(
      rows.map((row) => [row.id, { family: this.entities.from(row), hasGrant: row.grant_found !== null }]),
    );
  }
}

type Row = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly grant_found: string | null;
  readonly newest_ending: string | number | null;
  readonly newest_ended_at: string | number | null;
};
