import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Batches } from '../batches/batches.js';
import { statement, Statements } from '../storage/statements.service.js';
import { isVictim } from '../storage/victim.js';

/** One step of a family: what it has to be before, and what it is then. Times are in milliseconds since 1970. */
export interface FamilyStep {
  readonly id: string;
  /** The generation that it reaches; before, it is the one below. */
  readonly generation: number;
  /** The digest of what is redeemed by it. */
  readonly redeemed: string;
  readonly redeemable_digest: string;
  readonly access_digest: string;
  /** In their wire form. */
  readonly access_scopes: string;
  readonly issued_at: number;
  readonly access_expires_at: number;
  readonly refresh_expires_at: number;
  readonly previous_access_until: number | null;
  readonly replay_seed: string | null;
  readonly replay_until: number | null;
}

const types = {
  id: 'varchar',
  generation: 'integer',
  redeemed: 'varchar',
  redeemable_digest: 'varchar',
  access_digest: 'varchar',
  access_scopes: 'varchar',
  issued_at: 'bigint',
  access_expires_at: 'bigint',
  refresh_expires_at: 'bigint',
  previous_access_until: 'bigint',
  replay_seed: 'text',
  replay_until: 'bigint',
} as const satisfies Record<keyof FamilyStep, string>;

const names = Object.keys(types) as (keyof FamilyStep)[];
const settings = names.filter((name) => name !== 'id' && name !== 'redeemed').map((name) => `${name} = s.${name}`);

/** Only families that stand move: not ended, not withdrawn, of a client that is there and enabled. */
const update = (steps: string, isWanted: string, id: string): string =>
  `UPDATE drawbridge_family AS f SET ${settings.join(', ')} FROM ${steps}
    WHERE ${isWanted} AND f.generation = s.generation - 1 AND f.redeemable_digest = s.redeemed
      AND f.ended_at IS NULL
      AND EXISTS (SELECT 1 FROM drawbridge_grant g WHERE g.id = f.grant_id)
      AND EXISTS (SELECT 1 FROM drawbridge_client c WHERE c.id = f.client_id AND c.enabled)
    RETURNING ${id}`;

const typed = names.map((name) => `${name} ${types[name]}`).join(', ');
const extracted = names.map((name) => `value ->> '${name}' AS ${name}`).join(', ');

/**
 * PostgreSQL is given the ids again, so that rows are found, and locked, in the order of the primary key. SQLite locks no rows, and
 * would read all steps anew for each id.
 */
const stepAll = statement(
  update(`json_to_recordset($2::json) AS s(${typed})`, 'f.id = ANY($1) AND f.id = s.id', 'f.id'),
  update(`(SELECT ${extracted} FROM json_each(?2)) AS s`, 'f.id = s.id', 'id'),
);

/** Takes families a step forward: one conditional UPDATE for all steps of one moment. */
@Injectable()
export class FamilySteps {
  private readonly batches = new Batches<FamilyStep, boolean>((steps) => this.takeAll(steps));

  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** Whether the family was found as the step wants it; of any number of steps from one generation one finds it. */
  take(step: FamilyStep): Promise<boolean> {
    return this.batches.add(step);
  }

  /** The same as a part of a transaction. */
  async takeIn(manager: EntityManager, step: FamilyStep): Promise<boolean> {
    const values = [[step.id], JSON.stringify([step])] as const;
    if (this.dataSource.options.type !== 'postgres') {
      const rows = await manager.query<unknown[]>(stepAll.sqlite, [JSON.stringify(values[0]), values[1]]);
      return rows.length === 1;
    }
    const [rows] = await manager.query<[unknown[]]>(stepAll.postgres, [...values]);
    return rows.length === 1;
  }

  private async takeAll(steps: readonly FamilyStep[]): Promise<readonly boolean[]> {
    // One statement moves a row once: several steps of one family come one after another.
    const [first, later] = [new Map<string, FamilyStep>(), new Set<FamilyStep>()];
    for (const step of steps)
      if (first.has(step.id)) later.add(step);
      else first.set(step.id, step);
    const moved = await this.moved([...first.values()]);
    const rest = later.size === 0 ? [] : await this.takeAll([...later]);
    let next = 0;
    return steps.map((step) => (later.has(step) ? (rest[next++] ?? false) : moved.has(step.id)));
  }

  private async moved(steps: readonly FamilyStep[]): Promise<ReadonlySet<string>> {
    const run = () =>
      this.statements.rows<{ id: string }>(
        stepAll,
        steps.map(({ id }) => id),
        JSON.stringify(steps),
      );
    const rows = await run().catch((error: unknown) => {
      if (!isVictim(error)) throw error;
      return run(); // PostgreSQL has taken all of it back
    });
    return new Set(rows.map(({ id }) => id));
  }
}
