import { Inject, Injectable } from '@nestjs/common';
import { Clock, type SignedInPerson, type TicketSubject, Users } from 'nestjs-drawbridge/host';
import { highestOf, lowerOf } from 'nestjs-drawbridge/scopes';
import { Forms } from '../browser/forms.service.js';
import { Grants, type OwnGrant } from '../grants/grants.service.js';
import { type AuthorizedApplication } from './authorized-application.js';

const day = 86_400_000;
/** After so many days without a request an application may not be needed any more. */
const idleDays = 90;

/** What a person's page says of each application they let in. */
@Injectable()
export class AuthorizedApplicationModels {
  constructor(
    @Inject(Grants) private readonly grants: Grants,
    @Inject(Users) private readonly users: Users,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** All that a person let in, the latest yes first. */
  async of(person: SignedInPerson): Promise<readonly AuthorizedApplication[]> {
    const [given, now] = await Promise.all([this.grants.ofPerson(person.userId), this.users.byId(person.userId)]);
    return Promise.all(
      given.map(async (one) => ({
        ...this.described(one),
        scope: one.client.enabled ? lowerOf(reachOf(one), now?.level ?? null) : null,
        ticket: await this.forms.ticket(this.subject(person, one.grant.id)),
      })),
    );
  }

  /** What the ticket is bound to that lets a person revoke an authorization. */
  subject(person: SignedInPerson, grantId: string): TicketSubject {
    return { purpose: 'revoke-authorization', person, shown: [grantId] };
  }

  private described({ grant, client, rememberedUntil }: OwnGrant) {
    const idle = Math.floor((this.clock.now() - (grant.lastUsedAt ?? grant.createdAt)) / day);
    return {
      grantId: grant.id,
      name: client.name,
      enabled: client.enabled,
      given: highestOf(grant.scopes),
      since: grant.createdAt,
      lastUsedAt: grant.lastUsedAt,
      idleDays: idle >= idleDays ? idle : null,
      rememberedUntil,
    };
  }
}

/** What the person gave, as far as the administrator still allows it. */
const reachOf = ({ grant, client }: OwnGrant) => lowerOf(highestOf(grant.scopes), highestOf(client.scopes));
