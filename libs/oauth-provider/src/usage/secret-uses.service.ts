import { Inject, Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Sender } from '../browser/http-exchange.js';
import { statement, Statements } from '../storage/statements.service.js';
import { GatheredRows } from './gathered-rows.js';
import { mostSources, SecretUse } from './secret-use.entity.js';

/** The longest part of a `User-Agent` that is kept, in characters. */
const longestAgent = 120;

const owners = 'drawbridge_client_secret';

/** Nobody writes uses of a secret while its row is held. */
const isOneTooMany = `(SELECT COUNT(*) FROM drawbridge_secret_use newer WHERE newer.secret_id = drawbridge_secret_use.secret_id
  AND (newer.last_used_at, newer.address, newer.agent) >
    (drawbridge_secret_use.last_used_at, drawbridge_secret_use.address, drawbridge_secret_use.agent)) >= ${mostSources}`;
const trim = statement(
  `WITH held AS (SELECT id FROM ${owners} WHERE id = ANY($1) FOR UPDATE SKIP LOCKED)
    DELETE FROM drawbridge_secret_use WHERE secret_id IN (SELECT id FROM held) AND ${isOneTooMany}`,
  `DELETE FROM drawbridge_secret_use WHERE secret_id IN (SELECT value FROM json_each(?1)) AND ${isOneTooMany}
    RETURNING secret_id`,
);

/** Who uses which client secret: kept in memory and written with the counts of use. */
@Injectable()
export class SecretUses {
  private readonly rows;
  /** The sources that are not written yet, by secret: noted since the last writing began, and before. */
  private noted = new Map<string, Set<string>>();
  private taken = new Map<string, Set<string>>();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Statements) private readonly statements: Statements,
  ) {
    const key = ['secret_id', 'address', 'agent'];
    this.rows = new GatheredRows(statements, { table: 'drawbridge_secret_use', owners, key, raised: ['last_used_at'] });
  }

  /** Notes one use, in milliseconds since 1970. Of more than {@link mostSources} sources at once the first are kept. */
  note(secretId: string, sender: Sender, at: number): void {
    const address = sender.address ?? '';
    const agent = printable(sender.agent ?? '');
    const [sources, before] = [this.noted.get(secretId) ?? new Set<string>(), this.taken.get(secretId)];
    const source = `${address} ${agent}`;
    const isNew = !sources.has(source) && !before?.has(source);
    if (isNew && sources.size + (before?.size ?? 0) >= mostSources) return;
    if (isNew) this.noted.set(secretId, sources.add(source));
    this.rows.add({ secret_id: secretId, address, agent, last_used_at: at });
  }

  /** Writes what was noted so far. What could not be written when this rejects is kept. */
  async write(): Promise<void> {
    for (const [id, sources] of this.noted) this.taken.set(id, new Set([...sources, ...(this.taken.get(id) ?? [])]));
    this.noted = new Map();
    await this.rows.write();
    const written = [...this.taken.keys()];
    this.taken = new Map();
    if (written.length > 0) await this.statements.rows(trim, written);
  }

  /** From where these secrets were used, the latest first, at most {@link mostSources} each. */
  async of(secretIds: readonly string[]): Promise<ReadonlyMap<string, readonly SecretUse[]>> {
    const uses = await this.dataSource.manager.find(SecretUse, {
      where: { secretId: In(secretIds) },
      order: { lastUsedAt: 'DESC', address: 'ASC', agent: 'ASC' },
    });
    return new Map(
      secretIds.map((id) => [id, uses.filter(({ secretId }) => secretId === id).slice(0, mostSources)] as const),
    );
  }
}

/** Cut, and without what is no text: one program is one source, whatever it adds at the end. */
function printable(agent: string): string {
  return agent.replace(/[^\x20-\x7e]/g, '?').slice(0, longestAgent);
}
