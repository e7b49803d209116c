import { Inject, Injectable } from '@nestjs/common';
import { highestOf, lowerOf, parseScopes, type Scope } from 'nestjs-drawbridge/scopes';
import { batchedReads } from '../batches/batches.js';
import { everyNode } from '../bearer/pause.entity.js';
import { allEndings } from '../endings/ending-count.entity.js';
import { statement, Statements } from '../storage/statements.service.js';
import { type FamilyEnd } from './family-end.js';
import { type FamilyReading } from './family-state.js';

/** How many families one statement looks for. */
const mostIds = 1000;

const among = { postgres: '= ANY($1)', sqlite: 'IN (SELECT value FROM json_each(?))' };

/** One statement, so that row and number are of one moment. */
const select = (condition: string): string =>
  `SELECT f.id, f.client_id, f.grant_id, f.user_id, f.generation, f.access_digest, f.access_expires_at,
    f.previous_access_until, f.access_scopes, f.ended_at, f.ended_because,
    c.enabled, c.scopes, g.id AS grant_found, p.id AS pause_found,
    (SELECT number FROM drawbridge_ending_count WHERE id = '${allEndings}') AS as_of
  FROM drawbridge_family f
    LEFT JOIN drawbridge_client c ON c.id = f.client_id
    LEFT JOIN drawbridge_grant g ON g.id = f.grant_id
    LEFT JOIN drawbridge_pause p ON p.id = '${everyNode}'
  WHERE f.id ${condition}`;

const byIds = statement(select(among.postgres), select(among.sqlite));

const generation = (condition: string): string => `SELECT id, generation FROM drawbridge_family WHERE id ${condition}`;
const generations = statement(generation(among.postgres), generation(among.sqlite));

/** Reads what access tokens are judged by. */
@Injectable()
export class FamilyStates {
  private readonly reads = batchedReads((ids: ReadonlySet<string>) => this.readAll(ids));
  private readonly looks = batchedReads((ids: ReadonlySet<string>) => this.generationsOf(ids));

  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** One family as it is now; `null` when there is no such family. Who asks at the same time shares one statement. */
  read(id: string): Promise<FamilyReading | null> {
    return this.reads.add(id);
  }

  /** Only the generation it has now; `null` when there is no such family. Shared in the same way. */
  generationOf(id: string): Promise<number | null> {
    return this.looks.add(id);
  }

  /** Several, by their ids; what is not there is left out. */
  async readAll(ids: Iterable<string>): Promise<ReadonlyMap<string, FamilyReading>> {
    const rows = await this.inParts(ids, (part) => this.statements.rows<Row>(byIds, part));
    return new Map(rows.map((row) => [row.id, readingOf(row)]));
  }

  private async generationsOf(ids: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const rows = await this.inParts(ids, (part) =>
      this.statements.rows<Pick<Row, 'id' | 'generation'>>(generations, part),
    );
    return new Map(rows.map((row) => [row.id, row.generation]));
  }

  private async inParts<Found>(ids: Iterable<string>, read: (part: readonly string[]) => Promise<readonly Found[]>) {
    const [all, found]: [string[], Found[]] = [[...ids], []];
    for (let start = 0; start < all.length; start += mostIds)
      found.push(...(await read(all.slice(start, start + mostIds))));
    return found;
  }
}

type Numeric = string | number;

/** As drivers answer it: 64-bit integers as text on PostgreSQL, truth as 0 and 1 on SQLite. */
interface Row {
  readonly id: string;
  readonly client_id: string;
  readonly grant_id: string;
  readonly user_id: string;
  readonly generation: number;
  readonly access_digest: string | null;
  readonly access_expires_at: Numeric | null;
  readonly previous_access_until: Numeric | null;
  readonly access_scopes: string;
  readonly ended_at: Numeric | null;
  readonly ended_because: FamilyEnd | null;
  readonly enabled: boolean | number | null;
  readonly scopes: string | null;
  readonly grant_found: string | null;
  readonly pause_found: string | null;
  readonly as_of: Numeric | null;
}

const numberOf = (value: Numeric | null): number | null => (value === null ? null : Number(value));
const highestIn = (scopes: string | null): Scope | null => highestOf(parseScopes(scopes ?? '').scopes);

function readingOf(row: Row): FamilyReading {
  const state = {
    id: row.id,
    clientId: row.client_id,
    grantId: row.grant_id,
    userId: row.user_id,
    generation: row.generation,
    accessDigest: row.access_digest,
    accessExpiresAt: numberOf(row.access_expires_at),
    previousAccessUntil: numberOf(row.previous_access_until),
    scope: lowerOf(highestIn(row.access_scopes), highestIn(row.scopes)),
    endedAt: numberOf(row.ended_at),
    endedBecause: row.ended_because,
    client: row.enabled === null ? ('gone' as const) : row.enabled ? ('enabled' as const) : ('disabled' as const),
    hasGrant: row.grant_found !== null,
    isPaused: row.pause_found !== null,
  };
  return { state, asOf: Number(row.as_of ?? 0) };
}
