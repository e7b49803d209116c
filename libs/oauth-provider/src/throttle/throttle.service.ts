import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, LessThan } from 'typeorm';
import { isClientId } from '../clients/client-id.js';
import { Client } from '../clients/client.entity.js';
import { traceOf } from '../errors/trace.js';
import { Changes } from '../events/changes.service.js';
import { type EventType } from '../events/event-catalogue.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { FailureCounter } from './failure-counter.js';
import { FailureTally } from './failure-tally.js';
import { networkOf } from './network.js';
import { StoredCounts } from './stored-counts.js';
import { ThrottleCount } from './throttle-count.entity.js';
import { ThrottledError } from './throttled.error.js';

/** What somebody tries that they may only get wrong so often. */
export interface Attempt {
  readonly kind: 'client-authentication' | 'guess' | 'form';
  /** In whose name: the id of the client, known or not, or of the person. */
  readonly subject: string;
  /** From where, as the platform says after its own proxy settings. */
  readonly address: string | null;
}

const eventTypes = {
  'client-authentication': 'client.authentication-throttled',
  guess: 'client.guessing-throttled',
  form: 'form.throttled',
} as const satisfies Record<Attempt['kind'], EventType>;

/**
 * Bounds how often a network may fail: in one name, and in all names together. A name is never counted by itself, so a
 * stranger can only lock out their own network, never the real client elsewhere.
 *
 * Windows follow the {@link Clock} and begin at multiples of their length. Tries that are under way at the same moment
 * are all heard before they count, and other nodes hear of a failure a moment later, which is sound for secrets of 256
 * random bits.
 */
@Injectable()
export class Throttle implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Throttle.name);
  private readonly window: number;
  private readonly inOneName: FailureTally;
  private readonly inAllNames: FailureTally;
  private cleanedWindow = 0;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(OAuthProviderOptions) options: OAuthProviderOptions,
  ) {
    const { failureWindowSeconds: seconds, failuresPerClient, failuresPerNetwork } = options;
    this.window = seconds * 1000;
    const common = { dataSource, tableName: 'drawbridge_throttle', seconds };
    const counts = new StoredCounts(dataSource, common.tableName);
    const tally = (limit: number) => new FailureTally(new FailureCounter({ ...common, limit }, counts));
    this.inOneName = tally(failuresPerClient);
    this.inAllNames = tally(failuresPerNetwork);
  }

  /**
   * Runs `work`, and counts when it fails in a way that `isFailure` knows.
   *
   * @throws ThrottledError before `work` begins, and whatever `work` throws
   */
  async watch<T>(attempt: Attempt, work: () => Promise<T>, isFailure: (error: unknown) => boolean): Promise<T> {
    const failures = await this.require(attempt);
    try {
      const answer = await work();
      await this.succeeded(attempt, failures);
      return answer;
    } catch (error) {
      if (isFailure(error)) await this.failed(attempt);
      throw error;
    }
  }

  /**
   * Answers how often this failed in its own name within the window.
   *
   * @throws ThrottledError when it, or its network, failed too often
   */
  async require(attempt: Attempt): Promise<number> {
    const { own, all } = this.keys(attempt);
    const [known, knownOfAll] = [this.inOneName.known(own), this.inAllNames.known(all)];
    this.requireLess(known ?? 0, knownOfAll ?? 0);
    if (known !== null && knownOfAll !== null) return known;
    const [failures, ofAll] = await Promise.all([this.inOneName.count(own), this.inAllNames.count(all)]);
    this.requireLess(failures, ofAll);
    return failures;
  }

  private requireLess(own: number, all: number): void {
    if (own < this.inOneName.limit && all < this.inAllNames.limit) return;
    throw new ThrottledError(Math.ceil((this.window - (this.clock.now() % this.window)) / 1000));
  }

  /** Counts a failure. The one that reaches a limit leaves an event; it is the only one of its window that does. */
  async failed(attempt: Attempt): Promise<void> {
    const { own, all } = this.keys(attempt);
    const isLastInOneName = this.inOneName.add(own, () => this.report(attempt, 'name'));
    const isLastInAllNames = this.inAllNames.add(all, () => this.report(attempt, 'network'));
    if (isLastInOneName || isLastInAllNames) await this.write();
    await this.cleanOnceAWindow();
  }

  /** Writes for all nodes what was counted here and is not written yet. */
  async write(): Promise<void> {
    await Promise.all([this.inOneName.write(), this.inAllNames.write()]);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.write();
  }

  /**
   * Forgets the `failures` in this name. Those of the network stay: else one good secret would buy any number of guesses at
   * others.
   */
  async succeeded(attempt: Attempt, failures: number): Promise<void> {
    if (failures > 0) await this.inOneName.reset(this.keys(attempt).own);
  }

  private keys({ kind, subject, address }: Attempt): { readonly own: string; readonly all: string } {
    const all = `${kind} ${Math.floor(this.clock.now() / this.window).toString()} ${networkOf(address)}`;
    return { own: `${all} ${subject}`, all };
  }

  private async report(attempt: Attempt, limit: 'name' | 'network'): Promise<void> {
    const { kind, subject, address } = attempt;
    const details = { limit, network: networkOf(address), seconds: this.window / 1000 } as const;
    try {
      const isPerson = kind === 'form';
      const clientId = limit === 'name' && !isPerson ? await this.knownClient(subject) : null;
      const actor = { userId: isPerson ? subject : null, address };
      await this.changes.make(actor, async (change) => {
        change.record({ type: eventTypes[kind], clientId, details });
      });
    } catch (error) {
      this.logger.warn(`An event of throttling could not be written. ${traceOf(error)}`);
    }
  }

  private async knownClient(id: string): Promise<string | null> {
    return isClientId(id) && (await this.dataSource.manager.existsBy(Client, { id })) ? id : null;
  }

  private async cleanOnceAWindow(): Promise<void> {
    const current = Math.floor(this.clock.now() / this.window);
    if (current === this.cleanedWindow) return;
    this.cleanedWindow = current;
    const isOver = LessThan(Date.now()); // the limiter writes the system's time
    await this.dataSource.manager.delete(ThrottleCount, { expire: isOver }).catch((error: unknown) => {
      this.logger.warn(`Counts that are over could not be removed. ${traceOf(error)}`);
    });
  }
}
