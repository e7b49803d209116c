import { Inject, Injectable } from '@nestjs/common';
import { Clock, Users } from 'nestjs-drawbridge/host';
import { Access } from 'nestjs-drawbridge/scopes';
import { endOfTurn } from '../batches/end-of-turn.js';
import { EndingWatch } from '../endings/ending-watch.service.js';
import { endOf } from '../families/family-end.js';
import { type FamilyState } from '../families/family-state.js';
import { FamilyStates } from '../families/family-states.service.js';
import { RememberedFamilies } from '../families/remembered-families.service.js';
import { type RememberedFamily, type Standing } from '../families/remembered-family.js';
import { People } from '../people/people.service.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { claimedFamilyOf } from '../tokens/token-format.js';
import { Tokens } from '../tokens/tokens.service.js';
import { type RefusalReason } from '../usage/refusal-reason.js';
import { ApplicationsPaused } from './applications-paused.error.js';
import { accessUnder, type Obstacle, obstacleAbove } from './obstacle.js';
import { Pauses } from './pauses.service.js';
import { type PresentedToken } from './presented-token.js';

/** A token that is good: what it allows, under which grant. */
export interface Accepted {
  readonly access: Access;
  readonly grantId: string;
  readonly presented: PresentedToken;
}

/** Why a token is not good, in words and for counts; `isForNow` where nothing is said about the token itself. */
export interface Refused {
  readonly refusal: string;
  /** Whose token it is and what counts against it; absent where the client is not known. */
  readonly counted?: { readonly clientId: string; readonly reason: RefusalReason };
  readonly isForNow?: true;
}

/** What a token turned out to be: an access under a grant, or the reason why it is none. */
export type Judgement = Accepted | Refused;

const unknown = 'The access token was ended or has expired long ago.';

const falls = {
  'link-deleted': 'The application link was deleted.',
  'not-authorized': 'The authorization was withdrawn, by the person or by an administrator.',
  'link-disabled': 'The administrator of the wiki has disabled this application link.',
  'person-inactive': 'The person who authorized this application may not use the wiki any more.',
  'nothing-granted': 'Nothing is left of what this token was granted.',
  'token-unknown': 'This is no access token of this wiki.',
  'token-expired': 'The access token has expired.',
  'token-replaced': 'The access token was replaced by a newer one.',
} as const satisfies Partial<Record<RefusalReason, string>> & Record<Obstacle, string>;

/** What stands against a token, for counts and in words. */
interface Fall {
  readonly reason: RefusalReason;
  readonly refusal: string;
}

const fall = (reason: keyof typeof falls): Fall => ({ reason, refusal: falls[reason] });

/** Judges access tokens against what is stored **now**. */
@Injectable()
export class BearerTokens {
  constructor(
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(FamilyStates) private readonly states: FamilyStates,
    @Inject(RememberedFamilies) private readonly remembered: RememberedFamilies,
    @Inject(EndingWatch) private readonly endings: EndingWatch,
    @Inject(Pauses) private readonly pauses: Pauses,
    @Inject(People) private readonly people: People,
    @Inject(Users) private readonly users: Users,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Forged tokens are refused without asking the database. What is remembered may only let in, and only once it is known
   * that nothing it depends on has ended; whatever it would refuse is read and judged anew.
   *
   * @throws ApplicationsPaused
   */
  async judge(token: string): Promise<Judgement> {
    const claimed = claimedFamilyOf('access', token);
    const kept = claimed === null ? null : this.remembered.find(claimed);
    const known = kept && this.knownBy(kept, token);
    if (known) {
      const accepted = await this.byMemory(kept, known);
      if (accepted) return accepted;
    }
    // Behind what memory lets in, and all of a turn together: a flood of forged tokens holds up nobody, and costs less by far.
    await endOfTurn();
    const parsed = this.tokens.parse('access', token);
    if (!parsed) return { refusal: falls['token-unknown'] };
    const presented = { familyId: parsed.familyId, generation: parsed.generation, digest: digestOf(token) };
    const matching = known || !kept || this.fallOf(kept, presented) ? null : kept;
    return (matching && (await this.byMemory(matching, presented))) ?? this.byRow(presented, parsed.key);
  }

  /**
   * Judges several tokens again, with one look-up for all of them and one for all their people. While applications are
   * turned away each of them is refused.
   */
  async judgeAgain(tokens: readonly PresentedToken[]): Promise<ReadonlyMap<PresentedToken, Judgement>> {
    const families = await this.states.readAll(new Set(tokens.map(({ familyId }) => familyId)));
    const people = await this.users.byIds([...new Set([...families.values()].map(({ state }) => state.userId))]);
    const byId = new Map(people.map((person) => [person.userId, person]));
    return new Map(
      tokens.map((presented) => {
        const state = families.get(presented.familyId)?.state;
        if (!state) return [presented, { refusal: unknown }];
        if (state.isPaused) return [presented, { refusal: 'Applications are switched off for now.', isForNow: true }];
        return [presented, this.judgementOf(presented, state, byId.get(state.userId) ?? null)];
      }),
    );
  }

  /** A token that is remembered to be authentic: the digest says so, and the keyed check need not be made again. */
  private knownBy(kept: RememberedFamily, token: string): PresentedToken | null {
    if (!kept.key || !this.tokens.trusts(kept.key)) return null;
    const digest = digestOf(token);
    if (!sameText(digest, kept.accessDigest ?? '')) return null;
    return { familyId: kept.id, generation: kept.generation, digest };
  }

  /** `null` where a token that matches what is remembered is not let in by it, or where that is not remembered any more. */
  private async byMemory(kept: RememberedFamily, presented: PresentedToken): Promise<Accepted | null> {
    const person = await this.seeWhatMayHaveChanged(kept);
    const stillStands = this.remembered.find(kept.id) === kept && this.isInTime(kept, presented);
    const access = stillStands ? accessUnder(kept, kept.person ?? person ?? null) : null;
    return access instanceof Access ? { access, grantId: kept.grantId, presented } : null;
  }

  /** Answers the person, where the host has to be asked; else nothing. */
  private seeWhatMayHaveChanged(kept: RememberedFamily): Promise<Standing | null | void> {
    const generation = this.remembered.seeGeneration(kept);
    const look = this.endings.look();
    if (!generation && kept.person) return look; // nearly every request
    const asked = kept.person ?? this.people.now(kept.userId);
    // None is left alone when another rejects.
    return Promise.all([asked, look, generation]).then(([person]) => person);
  }

  private async byRow(presented: PresentedToken, madeWith: Buffer): Promise<Judgement> {
    const begun = this.remembered.begin(presented.familyId);
    try {
      const reading = await this.states.read(presented.familyId);
      if (!reading) return await this.unknown();
      const { state } = reading;
      if (state.isPaused) throw new ApplicationsPaused(state.clientId);
      const fallen = this.fallOf(state, presented);
      if (fallen) return refusedBy(fallen, state);
      const person = await this.people.now(state.userId);
      const judgement = this.judgementOf(presented, state, person);
      if ('access' in judgement) {
        const key = presented.generation === state.generation ? madeWith : null;
        this.remembered.keep(begun, reading, { key, person: this.standingOf(person) });
      }
      return judgement;
    } finally {
      this.remembered.end(begun);
    }
  }

  private async unknown(): Promise<Judgement> {
    if ((await this.pauses.since()) !== null) throw new ApplicationsPaused(null);
    return { refusal: unknown };
  }

  /** What may be remembered of a person, where the host tells of changes. */
  private standingOf(person: Standing | null): Standing | undefined {
    return person && this.people.areTold ? person : undefined;
  }

  private fallOf(family: FamilyState, presented: PresentedToken): Fall | null {
    const end = endOf(family);
    if (end !== null) return { reason: 'sign-in-ended', refusal: end };
    const obstacle = this.generationFall(family, presented) ?? obstacleAbove(family);
    return obstacle && fall(obstacle);
  }

  private generationFall(family: FamilyState, presented: PresentedToken): keyof typeof falls | null {
    const older = family.generation - presented.generation;
    if (older === 0 && !sameText(presented.digest, family.accessDigest ?? '')) return 'token-unknown';
    if ((older === 0 || older === 1) && this.isInTime(family, presented)) return null;
    return older === 0 ? 'token-expired' : 'token-replaced';
  }

  /** Whether the current token has not expired, or the one before it was under way when it was replaced. */
  private isInTime(family: FamilyState, { generation }: PresentedToken): boolean {
    const until = generation === family.generation ? family.accessExpiresAt : family.previousAccessUntil;
    return (until ?? 0) > this.clock.now();
  }

  private judgementOf(presented: PresentedToken, family: FamilyState, person: Standing | null): Judgement {
    const fallen = this.fallOf(family, presented);
    if (fallen) return refusedBy(fallen, family);
    const access = accessUnder(family, person);
    if (typeof access === 'string') return refusedBy(fall(access), family);
    return { access, grantId: family.grantId, presented };
  }
}

function refusedBy({ reason, refusal }: Fall, { clientId }: Pick<FamilyState, 'clientId'>): Refused {
  return { refusal, counted: { clientId, reason } };
}
