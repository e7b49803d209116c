import { Inject, Injectable } from '@nestjs/common';
import { type Person } from 'nestjs-drawbridge/host';
import { type Access, highestOf, lowerOf, type Scope, SCOPES } from 'nestjs-drawbridge/scopes';
import { type Client } from '../clients/client.entity.js';
import { type Grant } from '../grants/grant.entity.js';
import { Grants } from '../grants/grants.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { accessUnder, type Obstacle, obstacleAbove } from './obstacle.js';
import { Pauses } from './pauses.service.js';

/** Of which application and of which person is asked; `null`: any, of which there is no limit. */
export interface ProspectQuestion {
  readonly client: Client | null;
  readonly person: Person | null;
}

/** What the widest token that an application may have for a person is let in with now. */
export interface Prospect {
  /** What it may do; `null` when nothing is left of it. Does not count in {@link Prospect.obstacle}. */
  readonly access: Access | null;
  /** Why it is turned away all the same; `null` when it is let in. `paused`: all applications are, `switched-off`: on this node. */
  readonly obstacle: Obstacle | 'paused' | 'switched-off' | null;
  /** What the person agreed to, at most; `null` when they agreed to nothing, or when not one of both is known. */
  readonly granted: readonly Scope[] | null;
}

const anyPerson: Person = { userId: '', displayName: '', active: true, level: SCOPES.at(-1) ?? null };
const anyClient: Pick<Client, 'id' | 'scopes'> = { id: '', scopes: SCOPES };

/** Says how a token would be judged that is not there: for reports, by the same functions that judge tokens. */
@Injectable()
export class Prospects {
  constructor(
    @Inject(Grants) private readonly grants: Grants,
    @Inject(Pauses) private readonly pauses: Pauses,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
  ) {}

  /** Where the person has not authorized the application, `access` is what it could do if they agreed to all it may ask for. */
  async of({ client, person }: ProspectQuestion): Promise<Prospect> {
    const grant = client && person ? await this.grants.find(client.id, person.userId) : null;
    const given = grant?.scopes ?? client?.scopes ?? SCOPES;
    const { id: clientId, scopes: registered } = client ?? anyClient;
    const scope = lowerOf(highestOf(given), highestOf(registered));
    const judge = (by: Person) => accessUnder({ clientId, userId: by.userId, scope }, by);
    const who = person ?? anyPerson;
    const [judged, access] = [judge(who), judge({ ...who, active: true })];
    return {
      access: typeof access === 'string' ? null : access,
      obstacle:
        (await this.closure()) ?? above({ client, person }, grant) ?? (typeof judged === 'string' ? judged : null),
      granted: grant?.scopes ?? null,
    };
  }

  private async closure(): Promise<'paused' | 'switched-off' | null> {
    if (!this.options.bearerEnabled) return 'switched-off';
    return (await this.pauses.since()) === null ? null : 'paused';
  }
}

function above({ client, person }: ProspectQuestion, grant: Grant | null): Obstacle | null {
  if (!client) return null;
  return obstacleAbove({
    client: client.enabled ? 'enabled' : 'disabled',
    hasGrant: person === null || grant !== null,
  });
}
