import { Inject, Injectable } from '@nestjs/common';
import { Clock, Users } from 'nestjs-drawbridge/host';
import { Access, highestOf, lowerOf } from 'nestjs-drawbridge/scopes';
import { type Client } from '../clients/client.entity.js';
import { Families } from '../families/families.service.js';
import { endOf } from '../families/family-end.js';
import { type Family } from '../families/family.entity.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { type ParsedToken } from '../tokens/token-format.js';
import { Tokens } from '../tokens/tokens.service.js';
import { ApplicationsPaused } from './applications-paused.error.js';
import { Pauses } from './pauses.service.js';

/** What a token turned out to be: an access under a grant, or the reason why it is none. */
export type Judgement = { readonly access: Access; readonly grantId: string } | { readonly refusal: string };

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
    const family = await this.families.find(parsed.familyId);
    if (family ? family.pause : (await this.pauses.since()) !== null) throw new ApplicationsPaused();
    if (!family) return { refusal: 'The access token was ended or has expired long ago.' };
    const refusal = this.refusalOf(family, parsed, token);
    if (refusal !== null) return { refusal };
    const { client, grant } = family;
    if (!client) return { refusal: 'The application link was deleted.' };
    if (!grant) return { refusal: 'The authorization was withdrawn, by the person or by an administrator.' };
    if (!client.enabled) return { refusal: 'The administrator of the wiki has disabled this application link.' };
    return this.accessOf(family, client, grant.id);
  }

  private refusalOf(family: Family, parsed: ParsedToken, token: string): string | null {
    const end = endOf(family);
    if (end !== null) return end;
    const now = this.clock.now();
    if (parsed.generation === family.generation) {
      if (!sameText(digestOf(token), family.accessDigest ?? '')) return 'This is no access token of this wiki.';
      return (family.accessExpiresAt ?? 0) > now ? null : 'The access token has expired.';
    }
    const wasUnderWay = parsed.generation === family.generation - 1 && (family.previousAccessUntil ?? 0) > now;
    return wasUnderWay ? null : 'The access token was replaced by a newer one.';
  }

  private async accessOf(family: Family, client: Client, grantId: string): Promise<Judgement> {
    const person = await this.users.byId(family.userId);
    if (!person?.active) {
      return { refusal: 'The person who authorized this application may not use the wiki any more.' };
    }
    const scope = lowerOf(highestOf(family.accessScopes), highestOf(client.scopes));
    if (!scope) return { refusal: 'Nothing is left of what this token was granted.' };
    const access = new Access({ clientId: client.id, userId: family.userId, scope, personLevel: person.level });
    return { access, grantId };
  }
}
