import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { batchedReads } from '../batches/batches.js';
import { EntityRows } from '../storage/entity-rows.js';
import { statement, Statements } from '../storage/statements.service.js';
import { Family } from './family.entity.js';

/** A family as it is stored, and whether its authorization still is. */
export interface FamilyRow {
  readonly family: Family;
  readonly hasGrant: boolean;
}

/** Reads whole families, one statement for all who ask at one moment. */
@Injectable()
export class FamilyRows {
  private readonly entities: EntityRows<Family>;
  private readonly byIds;
  private readonly reads = batchedReads<string, FamilyRow>((ids) => this.readAll(ids));

  constructor(
    @Inject(DataSource) dataSource: DataSource,
    @Inject(Statements) private readonly statements: Statements,
  ) {
    this.entities = new EntityRows(dataSource, Family);
    const select = `SELECT ${this.entities.columnsOf('f')}, g.id AS grant_found
      FROM drawbridge_family f LEFT JOIN drawbridge_grant g ON g.id = f.grant_id WHERE f.id`;
    this.byIds = statement(`${select} = ANY($1)`, `${select} IN (SELECT value FROM json_each(?))`);
  }

  /** One family as it is now; `null` when there is none. */
  read(id: string): Promise<FamilyRow | null> {
    return this.reads.add(id);
  }

  private async readAll(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, FamilyRow>> {
    const rows = await this.statements.rows<Row>(this.byIds, [...ids]);
    return new Map(
      rows.map((row) => [row.id, { family: this.entities.from(row), hasGrant: row.grant_found !== null }]),
    );
  }
}

type Row = Readonly<Record<string, unknown>> & { readonly id: string; readonly grant_found: string | null };
