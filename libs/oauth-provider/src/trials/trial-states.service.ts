import { Inject, Injectable } from '@nestjs/common';
import { Clock, type SignedInPerson } from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';
import { UsedTicket } from '../browser/used-ticket.entity.js';
import { DerivedKeys } from '../tokens/derived-keys.service.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { seal, unseal } from '../tokens/sealed-box.js';
import { type Trial, trialLife } from './trial.js';

const context = 'trial';

/** What has to fit for a trial to be what it says. */
export interface TrialClaim {
  readonly state: string | null;
  readonly clientId: string;
  readonly redirectUri: string;
}

/**
 * Keeps a trial in the `state` of its own request, sealed with the host's keys, so that every node can read it and nobody else.
 * Only that it came back is stored.
 */
@Injectable()
export class TrialStates {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(DerivedKeys) private readonly keys: DerivedKeys,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** The `state` of a trial that begins now. */
  begin(trial: Omit<Trial, 'userId' | 'session' | 'expiresAt'>, { userId, sessionId }: SignedInPerson): string {
    const begun: Trial = { ...trial, userId, session: digestOf(sessionId), expiresAt: this.clock.now() + trialLife };
    return seal(JSON.stringify(begun), this.keys.current(context), context);
  }

  /** The trial that a request belongs to: of this client, to this address, begun by this person in this session, and not over. */
  async find(claim: TrialClaim, person: SignedInPerson | null): Promise<Trial | null> {
    const trial = person && this.read(claim, person);
    if (!trial) return null;
    return (await this.dataSource.manager.existsBy(UsedTicket, { digest: digestOf(claim.state ?? '') })) ? null : trial;
  }

  /** The same for the last time: it is over with this. Of several at once one is answered. */
  async redeem(claim: TrialClaim, person: SignedInPerson): Promise<Trial | null> {
    const trial = await this.find(claim, person);
    if (!trial) return null;
    const { manager } = this.dataSource;
    const digest = digestOf(claim.state ?? '');
    try {
      await manager.insert(UsedTicket, { digest, expiresAt: trial.expiresAt });
      return trial;
    } catch (error) {
      if (await manager.existsBy(UsedTicket, { digest })) return null;
      throw error;
    }
  }

  private read({ state, clientId, redirectUri }: TrialClaim, { userId, sessionId }: SignedInPerson): Trial | null {
    const trial = state === null ? null : this.opened(state);
    if (trial?.clientId !== clientId || trial.redirectUri !== redirectUri || trial.userId !== userId) return null;
    return sameText(trial.session, digestOf(sessionId)) && trial.expiresAt > this.clock.now() ? trial : null;
  }

  private opened(state: string): Trial | null {
    try {
      return JSON.parse(unseal(state, this.keys.all(context), context)) as Trial;
    } catch {
      return null; // Anything may stand in a state; only what we sealed is a trial.
    }
  }
}
