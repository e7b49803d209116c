import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, In, IsNull, MoreThan } from 'typeorm';
import { type Sender } from '../browser/http-exchange.js';
import { type Change, Changes } from '../events/changes.service.js';
import { DerivedKeys } from '../tokens/derived-keys.service.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { keyIdOf, seal, unseal } from '../tokens/sealed-box.js';
import { LastUses } from '../usage/last-uses.service.js';
import { SecretUse } from '../usage/secret-use.entity.js';
import { SecretUses } from '../usage/secret-uses.service.js';
import { ClientSecret } from './client-secret.entity.js';

/** What {@link ClientSecrets.reseal} found. */
export interface Resealing {
  readonly resealed: number;
  /** Secrets whose key is gone: they work on, but nobody can look them up. */
  readonly unreadable: number;
}

/** The secrets of confidential clients. */
@Injectable()
export class ClientSecrets {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(DerivedKeys) private readonly keys: DerivedKeys,
    @Inject(LastUses) private readonly lastUses: LastUses,
    @Inject(SecretUses) private readonly uses: SecretUses,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Creates a secret, 64 hexadecimal digits of 256 random bits, and answers it with its record. */
  async create(change: Change, clientId: string): Promise<{ readonly record: ClientSecret; readonly secret: string }> {
    const secret = randomBytes(32).toString('hex');
    const id = randomBytes(16).toString('hex');
    const record = change.manager.create(ClientSecret, {
      id,
      clientId,
      digest: digestOf(secret),
      sealed: this.seal(secret, id),
      createdAt: change.now,
      expiresAt: null,
      lastUsedAt: null,
    });
    await change.manager.insert(ClientSecret, record);
    change.end({ kind: 'client', subject: clientId });
    return { record, secret };
  }

  /** Lets every other secret of the client end at `expiresAt`, unless it ends sooner. */
  async endOthers(change: Change, kept: ClientSecret, expiresAt: number): Promise<void> {
    await change.manager
      .createQueryBuilder()
      .update(ClientSecret)
      .set({ expiresAt })
      .where('client_id = :clientId AND id <> :id', kept)
      .andWhere('(expires_at IS NULL OR expires_at > :expiresAt)', { expiresAt })
      .execute();
    change.end({ kind: 'client', subject: kept.clientId });
  }

  /** Ends one secret at once. Answers whether there was one. */
  async remove(change: Change, clientId: string, id: string): Promise<boolean> {
    const { affected } = await change.manager.delete(ClientSecret, { id, clientId });
    if (affected !== 1) return false;
    await change.manager.delete(SecretUse, { secretId: id });
    change.end({ kind: 'client', subject: clientId });
    return true;
  }

  /** The secrets a client may use now, newest first. */
  async live(clientId: string, manager = this.dataSource.manager): Promise<readonly ClientSecret[]> {
    const expiresAt = MoreThan(this.clock.now());
    return manager.find(ClientSecret, {
      where: [
        { clientId, expiresAt: IsNull() },
        { clientId, expiresAt },
      ],
      order: { createdAt: 'DESC' },
    });
  }

  /**
   * When the next of each client's live secrets ends, by client id, in milliseconds since 1970; `null`: none of them ends. Clients
   * without a live secret are left out.
   */
  async nextEnds(clientIds: readonly string[]): Promise<ReadonlyMap<string, number | null>> {
    if (clientIds.length === 0) return new Map();
    const rows = await this.dataSource.manager
      .createQueryBuilder(ClientSecret, 'secret')
      .select('secret.clientId', 'clientId')
      .addSelect('MIN(secret.expiresAt)', 'next')
      .where({ clientId: In([...clientIds]) })
      .andWhere('(secret.expiresAt IS NULL OR secret.expiresAt > :now)', { now: this.clock.now() })
      .groupBy('secret.clientId')
      .getRawMany<{ clientId: string; next: string | number | null }>();
    return new Map(rows.map(({ clientId, next }) => [clientId, next === null ? null : Number(next)]));
  }

  /** The secret itself, for an administrator who looks it up. */
  reveal(record: ClientSecret): string {
    return unseal(record.sealed, this.keys.all('client-secret'), `client secret ${record.id}`);
  }

  /**
   * Encrypts under the current key, batch by batch, whatever an older one protects, so that the older one can be taken
   * away. What none of the keys can read any more stays as it is. Leaves an event when it did something, or could not.
   */
  async reseal(): Promise<Resealing> {
    const details = await this.resealEach();
    if (details.resealed > 0 || details.unreadable > 0) {
      await this.changes.make({ userId: null, address: null }, async (change) => {
        change.record({ type: 'secrets.resealed', clientId: null, details });
      });
    }
    return details;
  }

  /**
   * Whether a secret is one of these and may be used now, which is noted with who uses it unless it is a trial, or was one once;
   * else `null`. Only who holds it can ask.
   */
  standingOf(secrets: readonly ClientSecret[], secret: string, sender: Sender): 'live' | 'ended' | null {
    const digest = digestOf(secret);
    const match = secrets.find((record) => sameText(record.digest, digest));
    if (!match) return null;
    const now = this.clock.now();
    if (match.expiresAt !== null && match.expiresAt <= now) return 'ended';
    if (sender.triedBy === undefined) {
      this.lastUses.note('secret', match.id, now);
      this.uses.note(match.id, sender, now);
    }
    return 'live';
  }

  private async resealEach(): Promise<Resealing> {
    const { manager } = this.dataSource;
    const found = { resealed: 0, unreadable: 0 };
    for (let after = ''; ;) {
      const batch = await manager.find(ClientSecret, {
        where: { id: MoreThan(after) },
        order: { id: 'ASC' },
        take: 100,
      });
      for (const record of batch) await this.resealOne(record, found);
      const last = batch.at(-1);
      if (!last) return found;
      after = last.id;
    }
  }

  private async resealOne(record: ClientSecret, found: { resealed: number; unreadable: number }): Promise<void> {
    const { id, sealed } = record;
    const readable = this.keys.all('client-secret').map((key) => key.id);
    if (keyIdOf(sealed) === readable[0]) return;
    if (!readable.includes(keyIdOf(sealed))) {
      found.unreadable++;
      return;
    }
    const anew = { sealed: this.seal(this.reveal(record), id) };
    const { affected } = await this.dataSource.manager.update(ClientSecret, { id, sealed }, anew);
    found.resealed += affected ?? 0;
  }

  private seal(secret: string, id: string): string {
    return seal(secret, this.keys.current('client-secret'), `client secret ${id}`);
  }
}
