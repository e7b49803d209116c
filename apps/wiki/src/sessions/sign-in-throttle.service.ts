import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Clock } from 'nestjs-drawbridge/host';
import { FailureCounter, networkOf } from 'nestjs-drawbridge/oauth-provider';
import { DataSource, LessThan } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { WikiConfig } from '../config/wiki-config.js';
import { traceOf } from '../errors/refusal.js';
import { FailedSignIns } from './failed-sign-ins.entity.js';

const window = 60_000;

/**
 * Bounds how often a network may fail to sign in a minute: as one person, and at all. Nobody is locked out anywhere else,
 * and a name that nobody has is treated like any other.
 */
@Injectable()
export class SignInThrottle {
  private readonly log = new Logger(SignInThrottle.name);
  private readonly asOne: FailureCounter;
  private readonly atAll: FailureCounter;

  constructor(
    private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    { signIn: { failuresPerPerson = 10, failuresPerNetwork = 100 } }: WikiConfig,
  ) {
    const common = { dataSource: database, tableName: 'wiki_failed_sign_ins', seconds: window / 1000 };
    this.asOne = new FailureCounter({ ...common, limit: failuresPerPerson });
    this.atAll = new FailureCounter({ ...common, limit: failuresPerNetwork });
  }

  /**
   * Runs `prove`, which answers `null` for a wrong name or password, and answers the same; or `throttled`, and `prove` was
   * not run. Every try counts as failed from its beginning, so that many at once gain nothing.
   */
  async watch<T>(username: string, address: string | undefined, prove: () => Promise<T | null>) {
    const network = networkOf(address);
    const [one, all] = [this.keyOf(network, username.toLowerCase()), this.keyOf(network)];
    const tries = await this.begin(one, all);
    if (tries === null) return 'throttled' as const;
    try {
      const proven = await prove();
      if (proven === null) await this.noteFailure(tries, address);
      else await Promise.all([this.asOne.reset(one), this.atAll.takeBack(all)]);
      return proven;
    } catch (error) {
      await Promise.all([this.asOne.takeBack(one), this.atAll.takeBack(all)]);
      throw error;
    }
  }

  /** How long it is until everybody may try again, in whole seconds. */
  secondsLeft(): number {
    return Math.ceil((window - (this.clock.now() % window)) / 1000);
  }

  /** Says to a person that there is a pause, why, and for how long. */
  pauseAfter(cause: string): string {
    const seconds = this.secondsLeft();
    const wait = seconds === 1 ? 'a second' : `${seconds.toString()} seconds`;
    return `${cause}, so we pause for a moment. Please try again in ${wait}.`;
  }

  /** Counts a try; `null` when there were too many before it. What is known to be too many is not counted any more. */
  private async begin(one: string, all: string): Promise<{ readonly areLast: boolean } | null> {
    const { asOne, atAll } = this;
    if ((await asOne.countHere(one)) >= asOne.limit || (await atAll.countHere(all)) >= atAll.limit) return null;
    const [tries, ofAll] = await Promise.all([asOne.add(one), atAll.add(all)]);
    if (tries > asOne.limit || ofAll > atAll.limit) return null;
    return { areLast: tries === asOne.limit || ofAll === atAll.limit };
  }

  /** When a limit is reached, writes so into the audit log and removes what is over. */
  private async noteFailure({ areLast }: { readonly areLast: boolean }, address: string | undefined): Promise<void> {
    if (!areLast) return;
    const affected = networkOf(address);
    const entry = { actorId: null, category: 'Sign-in', summary: 'Too many failed sign-ins', affected };
    try {
      await this.audit.write({ ...entry, address: address?.slice(0, 64) ?? null });
      await this.database.manager.delete(FailedSignIns, { expire: LessThan(Date.now()) }); // counted in the system's time
    } catch (error) {
      this.log.warn(traceOf(error));
    }
  }

  private keyOf(...what: readonly string[]): string {
    const minute = Math.floor(this.clock.now() / window);
    return createHash('sha256')
      .update(JSON.stringify([minute, ...what]))
      .digest('base64url');
  }
}
