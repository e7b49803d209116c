import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { formatScopes, highestOf, type Scope, suffices } from 'nestjs-drawbridge/scopes';
import { DataSource, type EntityManager, type QueryDeepPartialEntity } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { Lifetimes } from '../clients/lifetimes.service.js';
import { Endings } from '../endings/endings.service.js';
import { type Change } from '../events/changes.service.js';
import { Grant } from '../grants/grant.entity.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { digestOf } from '../tokens/digest.js';
import { sealFor, unsealWith } from '../tokens/sealed-box.js';
import { newFamilyId } from '../tokens/token-format.js';
import { Tokens } from '../tokens/tokens.service.js';
import { type FamilyEnd } from './family-end.js';
import { Family } from './family.entity.js';
import { RememberedFamilies } from './remembered-families.service.js';
import { type TokenAnswer } from './token-answer.js';

/** What a family begins with. */
export interface FamilyBeginning extends Pick<
  Family,
  'clientId' | 'grantId' | 'userId' | 'scopes' | 'redirectUri' | 'codeChallenge'
> {
  /** When the person said yes, from which its absolute life is counted. Default: now. */
  readonly yesAt?: number;
}

/** Rows that may step forward: not ended, not withdrawn, of a client that is there and enabled. */
const stands = `drawbridge_family.ended_at IS NULL
  AND EXISTS (SELECT 1 FROM drawbridge_grant g WHERE g.id = drawbridge_family.grant_id)
  AND EXISTS (SELECT 1 FROM drawbridge_client c WHERE c.id = drawbridge_family.client_id AND c.enabled = :enabled)`;

/** Moves families forward, one conditional UPDATE a step, and ends them. */
@Injectable()
export class Families {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Endings) private readonly endings: Endings,
    @Inject(RememberedFamilies) private readonly remembered: RememberedFamilies,
    @Inject(Lifetimes) private readonly lifetimes: Lifetimes,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Begins a family and answers its authorization code. */
  async begin(change: Change, { yesAt: createdAt = change.now, ...beginning }: FamilyBeginning): Promise<string> {
    const id = newFamilyId();
    const code = this.tokens.mint('code', id, 0);
    await change.manager.insert(Family, {
      ...beginning,
      id,
      accessScopes: beginning.scopes,
      codeExpiresAt: change.now + this.options.codeSeconds * 1000,
      generation: 0,
      redeemableDigest: digestOf(code),
      createdAt,
    });
    return code;
  }

  /** The family with its client and grant, each `null` when it is gone; `null` when there is no such family. */
  async find(id: string): Promise<Family | null> {
    return this.dataSource.manager
      .createQueryBuilder(Family, 'family')
      .leftJoinAndMapOne('family.client', Client, 'client', 'client.id = family.clientId')
      .leftJoinAndMapOne('family.grant', Grant, 'grant', 'grant.id = family.grantId')
      .where('family.id = :id', { id })
      .getOne();
  }

  /**
   * Exchanges the code or the refresh token that a family waits for against the next pair. Answers `null` when somebody
   * else was faster or the family came to its end meanwhile; of any number of tries in parallel one succeeds.
   */
  async advance(family: Family, redeemed: string, accessScopes: readonly Scope[]): Promise<TokenAnswer | null> {
    const now = this.clock.now();
    const generation = family.generation + 1;
    const { accessTokenSeconds } = this.lifetimes.of(family.client);
    const secondsLeft = Math.ceil((this.endOfLife(family) - now) / 1000);
    const answer: TokenAnswer = {
      access_token: this.tokens.mint('access', family.id, generation),
      token_type: 'bearer',
      expires_in: Math.min(accessTokenSeconds, secondsLeft),
      refresh_token: this.tokens.mint('refresh', family.id, generation),
      scope: formatScopes(accessScopes),
      created_at: Math.floor(now / 1000),
    };
    const next = {
      ...this.nextPair(family, answer, accessScopes, now),
      ...this.replay(family, redeemed, answer, accessScopes, now),
    };
    const isDone = isWider(family, accessScopes)
      ? await this.dataSource.transaction((manager) => this.step(manager, family, redeemed, next, 'old token ends'))
      : await this.step(this.dataSource.manager, family, redeemed, next);
    this.remembered.drop(family.id);
    return isDone ? answer : null;
  }

  /** The conditional UPDATE. Answers whether it found the family as it was read. */
  private async step(
    manager: EntityManager,
    { id, generation: from }: Family,
    redeemed: string,
    next: QueryDeepPartialEntity<Family>,
    oldToken?: 'old token ends',
  ): Promise<boolean> {
    const { affected } = await manager
      .createQueryBuilder()
      .update(Family)
      .set(next)
      .where(`id = :id AND generation = :from AND redeemable_digest = :digest AND ${stands}`, {
        id,
        from,
        digest: digestOf(redeemed),
        enabled: true,
      })
      .execute();
    if (affected === 1 && oldToken) await this.endings.add(manager, [{ kind: 'family', subject: id }]);
    return affected === 1;
  }

  /**
   * When a family is over however often it was refreshed, by the settings of now; in milliseconds since 1970, `Infinity`
   * without such a limit. Tokens that were answered live out what they were given.
   */
  endOfLife({ createdAt, client }: Pick<Family, 'createdAt' | 'client'>): number {
    return createdAt + this.lifetimes.of(client).familySeconds * 1000;
  }

  /** The answer that the last refresh got, for the holder of the refresh token it was made with; else `null`. */
  replayed(family: Family, redeemed: string): TokenAnswer | null {
    if (family.replayAnswer === null || (family.replayUntil ?? 0) <= this.clock.now()) return null;
    const answer = unsealWith(redeemed, family.replayAnswer, family.id);
    return answer === null ? null : (JSON.parse(answer) as TokenAnswer);
  }

  /** Ends one family for good; where it has ended already, nothing happens. */
  async end(change: Change, family: Family, because: FamilyEnd): Promise<void> {
    const { affected } = await change.manager
      .createQueryBuilder()
      .update(Family)
      .set({ endedAt: change.now, endedBecause: because, replayAnswer: null })
      .where('id = :id AND ended_at IS NULL', { id: family.id })
      .execute();
    if (affected !== 1) return;
    const { clientId, userId, scopes, redirectUri } = family;
    change.end({ kind: 'family', subject: family.id });
    change.record({ type: `family.ended.${because}`, clientId, userId, details: { scopes, redirectUri } });
  }

  private nextPair(family: Family, answer: TokenAnswer, accessScopes: readonly Scope[], now: number) {
    const end = this.endOfLife(family);
    const { refreshTokenSeconds } = this.lifetimes.of(family.client);
    return {
      generation: family.generation + 1,
      redeemableDigest: digestOf(answer.refresh_token),
      accessDigest: digestOf(answer.access_token),
      accessScopes,
      issuedAt: now,
      accessExpiresAt: Math.min(now + answer.expires_in * 1000, end),
      refreshExpiresAt: Math.min(now + refreshTokenSeconds * 1000, end),
    } satisfies QueryDeepPartialEntity<Family>;
  }

  /** A code is never answered twice; a refresh is, for a short while. */
  private replay(family: Family, redeemed: string, answer: TokenAnswer, accessScopes: readonly Scope[], now: number) {
    if (family.generation === 0) return {};
    const until = now + this.options.replaySeconds * 1000;
    return {
      replayAnswer: sealFor(redeemed, JSON.stringify(answer), family.id),
      replayUntil: until,
      // The old token is judged by the new scopes: where they are wider, it has to end now.
      previousAccessUntil: isWider(family, accessScopes) ? null : Math.min(until, family.accessExpiresAt ?? 0),
    } satisfies QueryDeepPartialEntity<Family>;
  }
}

/** Whether the next access token reaches further than the one before, or nothing can be compared. Never so for a code. */
function isWider({ generation, accessScopes }: Family, next: readonly Scope[]): boolean {
  if (generation === 0) return false;
  const [before, after] = [highestOf(accessScopes), highestOf(next)];
  return before === null || after === null || !suffices(before, after);
}
