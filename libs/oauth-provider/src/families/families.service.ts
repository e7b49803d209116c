import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { formatScopes, highestOf, type Scope, suffices } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { type Client } from '../clients/client.entity.js';
import { KnownClients } from '../clients/known-clients.service.js';
import { Lifetimes } from '../clients/lifetimes.service.js';
import { Endings } from '../endings/endings.service.js';
import { type TrialMark } from '../events/trial-mark.js';
import { type Change } from '../events/changes.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { digestOf } from '../tokens/digest.js';
import { newFamilyId } from '../tokens/token-format.js';
import { Tokens } from '../tokens/tokens.service.js';
import { type FamilyEnd } from './family-end.js';
import { type FamilyRow, FamilyRows } from './family-rows.service.js';
import { type FamilyStep, FamilySteps } from './family-steps.service.js';
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

/** Moves families forward, one conditional UPDATE a step, and ends them. */
@Injectable()
export class Families {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(FamilyRows) private readonly rows: FamilyRows,
    @Inject(FamilySteps) private readonly steps: FamilySteps,
    @Inject(KnownClients) private readonly clients: KnownClients,
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

  /**
   * The family with its client, `null` when that is gone, and whether its grant is there; `null` when there is no such family.
   *
   * @param asker whoever asks, which most of the time is that client
   */
  async find(id: string, asker?: Client): Promise<Family | null> {
    return this.complete(await this.rows.read(id), asker);
  }

  /** The same for a row that was read before. */
  async complete(row: FamilyRow | null, asker?: Client): Promise<Family | null> {
    if (!row) return null;
    const { family, hasGrant } = row;
    const client = asker?.id === family.clientId ? asker : ((await this.clients.now(family.clientId))?.client ?? null);
    return Object.assign(family, { client, hasGrant });
  }

  /**
   * Exchanges the code or the refresh token that a family waits for against the next pair. Answers `null` when somebody
   * else was faster or the family came to its end meanwhile; of any number of tries in parallel one succeeds.
   */
  async advance(family: Family, redeemed: string, accessScopes: readonly Scope[]): Promise<TokenAnswer | null> {
    const now = this.clock.now();
    const generation = family.generation + 1;
    const { accessTokenSeconds, refreshTokenSeconds, familySeconds } = this.lifetimes.of(family.client);
    const end = family.createdAt + familySeconds * 1000;
    const secondsLeft = Math.ceil((end - now) / 1000);
    const { access, refresh, seed } = this.tokens.next(redeemed, family.id, generation);
    const answer: TokenAnswer = {
      access_token: access,
      token_type: 'bearer',
      expires_in: Math.min(accessTokenSeconds, secondsLeft),
      refresh_token: refresh,
      scope: formatScopes(accessScopes),
      created_at: secondsOf(now),
    };
    const step = this.stepTo(answer, { family, redeemed, seed, accessScopes, now, end, refreshTokenSeconds });
    const isDone = isWider(family, accessScopes) ? await this.widen(step) : await this.steps.take(step);
    this.remembered.drop(family.id);
    return isDone ? answer : null;
  }

  /** A step whose old access token has to end now: it would be judged by the new scopes. */
  private async widen(step: FamilyStep): Promise<boolean> {
    return this.dataSource.transaction(async (manager) => {
      const isDone = await this.steps.takeIn(manager, step);
      if (isDone) await this.endings.add(manager, [{ kind: 'family', subject: step.id }]);
      return isDone;
    });
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
    const { id, generation, redeemableDigest, replaySeed: seed, replayUntil } = family;
    if (seed === null || (replayUntil ?? 0) <= this.clock.now()) return null;
    const pair = this.tokens.again({ redeemed, seed }, id, generation, redeemableDigest);
    if (!pair) return null;
    const { issuedAt, accessExpiresAt, accessScopes } = family;
    return {
      access_token: pair.access,
      token_type: 'bearer',
      expires_in: Math.ceil(((accessExpiresAt ?? 0) - (issuedAt ?? 0)) / 1000),
      refresh_token: pair.refresh,
      scope: formatScopes(accessScopes),
      created_at: secondsOf(issuedAt ?? 0),
    };
  }

  /** Ends one family for good; where it has ended already, nothing happens. */
  async end(change: Change, family: Family, because: FamilyEnd, mark: TrialMark = {}): Promise<void> {
    const { affected } = await change.manager
      .createQueryBuilder()
      .update(Family)
      .set({ endedAt: change.now, endedBecause: because, replaySeed: null })
      .where('id = :id AND ended_at IS NULL', { id: family.id })
      .execute();
    if (affected !== 1) return;
    const { clientId, userId, scopes, redirectUri } = family;
    change.end({ kind: 'family', subject: family.id });
    change.record({ type: `family.ended.${because}`, clientId, userId, details: { scopes, redirectUri, ...mark } });
  }

  private stepTo(answer: TokenAnswer, stepping: Stepping): FamilyStep {
    const { family, redeemed, seed, accessScopes, now, end, refreshTokenSeconds } = stepping;
    const isWide = isWider(family, accessScopes);
    const until = now + this.options.replaySeconds * 1000;
    // A code is never answered twice; a refresh is, for a short while.
    const isRefresh = family.generation > 0;
    return {
      id: family.id,
      generation: family.generation + 1,
      redeemed: digestOf(redeemed),
      redeemable_digest: digestOf(answer.refresh_token),
      access_digest: digestOf(answer.access_token),
      access_scopes: answer.scope,
      issued_at: now,
      access_expires_at: Math.min(now + answer.expires_in * 1000, end),
      refresh_expires_at: Math.min(now + refreshTokenSeconds * 1000, end),
      previous_access_until: isRefresh && !isWide ? Math.min(until, family.accessExpiresAt ?? 0) : null,
      replay_seed: isRefresh ? seed : null,
      replay_until: isRefresh ? until : null,
    };
  }
}

const secondsOf = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** What is redeemed, for what, and when. */
interface Stepping {
  readonly family: Family;
  readonly redeemed: string;
  readonly seed: string;
  readonly accessScopes: readonly Scope[];
  readonly now: number;
  /** Of the family, however often it is refreshed. */
  readonly end: number;
  readonly refreshTokenSeconds: number;
}

/** Whether the next access token reaches further than the one before, or nothing can be compared. Never so for a code. */
function isWider({ generation, accessScopes }: Family, next: readonly Scope[]): boolean {
  if (generation === 0) return false;
  const [before, after] = [highestOf(accessScopes), highestOf(next)];
  return before === null || after === null || !suffices(before, after);
}
