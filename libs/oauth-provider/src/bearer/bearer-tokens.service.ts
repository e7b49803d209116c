import { Inject, Injectable } from '@nestjs/common';
import { Clock, type Person, Users } from 'nestjs-drawbridge/host';
import { type Access } from 'nestjs-drawbridge/scopes';
import { type Client } from '../clients/client.entity.js';
import { Families } from '../families/families.service.js';
import { endOf } from '../families/family-end.js';
import { type Family } from '../families/family.entity.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { Tokens } from '../tokens/tokens.service.js';
import { ApplicationsPaused } from './applications-paused.error.js';
import { accessUnder, type Obstacle, standingRows } from './obstacle.js';
import { Pauses } from './pauses.service.js';
import { type PresentedToken } from './presented-token.js';

/** A token that is good: what it allows, under which grant. */
export interface Accepted {
  readonly access: Access;
  readonly grantId: string;
  readonly presented: PresentedToken;
}

/** Why a token is not good; `isForNow` where nothing is said about the token itself. */
export interface Refused {
  readonly refusal: string;
  readonly isForNow?: true;
}

/** What a token turned out to be: an access under a grant, or the reason why it is none. */
export type Judgement = Accepted | Refused;

const refusals: Readonly<Record<Obstacle, string>> = {
  'link-deleted': 'The application link was deleted.',
  'not-authorized': 'The authorization was withdrawn, by the person or by an administrator.',
  'link-disabled': 'The administrator of the wiki has disabled this application link.',
  'person-inactive': 'The person who authorized this application may not use the wiki any more.',
  'nothing-granted': 'Nothing is left of what this token was granted.',
};

/** Judges access tokens against what is stored **now**. */
@Injectable()
export class BearerTokens {
  constructor(
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Families) private readonly families: Families,
    @Inject(Pauses) private readonly pauses: Pauses,
    @Inject(Users) private readonly users: Users,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /**
   * Forged tokens are refused without asking the database. The person is asked of the host every time.
   *
   * @throws ApplicationsPaused
   */
  async judge(token: string): Promise<Judgement> {
    const parsed = this.tokens.parse('access', token);
    if (!parsed) return { refusal: 'This is no access token of this wiki.' };
    const presented = { familyId: parsed.familyId, generation: parsed.generation, digest: digestOf(token) };
    const family = await this.families.find(presented.familyId);
    if (!family && (await this.pauses.since()) !== null) throw new ApplicationsPaused();
    const standing = this.standingOf(presented, family);
    if ('refusal' in standing) return standing;
    return this.accessOf(presented, standing, await this.users.byId(standing.family.userId));
  }

  /**
   * Judges several tokens again, with one look-up for all of them and one for all their people. While applications are
   * turned away each of them is refused.
   */
  async judgeAgain(tokens: readonly PresentedToken[]): Promise<ReadonlyMap<PresentedToken, Judgement>> {
    const families = await this.families.findAll([...new Set(tokens.map(({ familyId }) => familyId))]);
    const people = await this.users.byIds([...new Set([...families.values()].map(({ userId }) => userId))]);
    const byId = new Map(people.map((person) => [person.userId, person]));
    return new Map(
      tokens.map((presented) => {
        const family = families.get(presented.familyId) ?? null;
        if (family?.pause) return [presented, { refusal: 'Applications are switched off for now.', isForNow: true }];
        const standing = this.standingOf(presented, family);
        if ('refusal' in standing) return [presented, standing];
        return [presented, this.accessOf(presented, standing, byId.get(standing.family.userId) ?? null)];
      }),
    );
  }

  private standingOf(presented: PresentedToken, family: Family | null): Standing | { readonly refusal: string } {
    if (!family) return { refusal: 'The access token was ended or has expired long ago.' };
    if (family.pause) throw new ApplicationsPaused();
    const refusal = this.refusalOf(family, presented);
    if (refusal !== null) return { refusal };
    const rows = standingRows(family);
    if (typeof rows === 'string') return { refusal: refusals[rows] };
    return { family, client: rows.client, grantId: rows.grant.id };
  }

  private refusalOf(family: Family, presented: PresentedToken): string | null {
    const end = endOf(family);
    if (end !== null) return end;
    const now = this.clock.now();
    if (presented.generation === family.generation) {
      if (!sameText(presented.digest, family.accessDigest ?? '')) return 'This is no access token of this wiki.';
      return (family.accessExpiresAt ?? 0) > now ? null : 'The access token has expired.';
    }
    const wasUnderWay = presented.generation === family.generation - 1 && (family.previousAccessUntil ?? 0) > now;
    return wasUnderWay ? null : 'The access token was replaced by a newer one.';
  }

  private accessOf(presented: PresentedToken, { family, client, grantId }: Standing, person: Person | null): Judgement {
    const access = accessUnder(client, family.accessScopes, person);
    if (typeof access === 'string') return { refusal: refusals[access] };
    return { access, grantId, presented };
  }
}

/** A sign-in that stands, with what it hangs from. */
interface Standing {
  readonly family: Family;
  readonly client: Client;
  readonly grantId: string;
}
