import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { type Access, Refusals, type Shortfall } from 'nestjs-drawbridge/scopes';
import { traceOf } from '../errors/trace.js';
import { ClientTally } from './client-tally.js';
import { LastUses } from './last-uses.service.js';
import { type CountedReason, type RefusalReason } from './refusal-reason.js';
import { SecretUses } from './secret-uses.service.js';
import { UsageRows } from './usage-rows.service.js';

/** How often counts are written, in milliseconds. */
const writeEvery = 5_000;

const hourInMilliseconds = 3_600_000;

/** Counts requests in memory and writes the counts in batches, so that no request waits for them. */
@Injectable()
export class UsageRecorder implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(UsageRecorder.name);
  private tallies = new Map<string, ClientTally>();
  /** Whose request counts as turned away already: a GraphQL operation may be so in several fields. */
  private readonly refused = new WeakSet<Access>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Refusals) private readonly refusals: Refusals,
    @Inject(LastUses) private readonly lastUses: LastUses,
    @Inject(SecretUses) private readonly secretUses: SecretUses,
    @Inject(UsageRows) private readonly rows: UsageRows,
  ) {}

  onModuleInit(): void {
    this.refusals.subscribe((access, shortfall, route) => this.noteShortfall(access, shortfall, route));
    this.timer = setInterval(() => void this.write(), writeEvery).unref();
  }

  /** Nothing counted is lost at a clean stop; later the connection would be closed already. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Notes one request that came with a good token; whether its scope suffices is judged later. */
  note(clientId: string, grantId: string, route: string): void {
    const now = this.clock.now();
    const tally = this.tallyOf(clientId, now);
    tally.requests++;
    tally.route(route).requests++;
    this.lastUses.note('grant', grantId, now);
    this.lastUses.note('client', clientId, now);
  }

  /** Notes one more call that came with a request which is noted already. */
  noteCall(clientId: string, route: string): void {
    this.tallyOf(clientId, this.clock.now()).route(route).requests++;
  }

  /** Notes one request whose token is not good. */
  noteRefused(clientId: string, reason: RefusalReason, route: string): void {
    const tally = this.tallyOf(clientId, this.clock.now());
    tally.refusals++;
    tally.refuse(reason as CountedReason, route);
  }

  /** Writes what was counted so far. */
  async write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeBatch());
    await this.writing;
  }

  /** What was noted as let in, because its token is good, and then falls short of its route. */
  private noteShortfall(access: Access, shortfall: Shortfall, route: string): void {
    const tally = this.tallyOf(access.clientId, this.clock.now());
    tally.route(route).requests--;
    tally.refuse(reasonOf(shortfall), route);
    if (this.refused.has(access)) return;
    this.refused.add(access);
    tally.requests--;
    tally.refusals++;
  }

  private tallyOf(clientId: string, now: number): ClientTally {
    const hour = Math.floor(now / hourInMilliseconds);
    const tally = this.tallies.get(clientId);
    if (tally?.hour === hour) return tally;
    if (tally) this.rows.add(tally); // of the hour before
    const next = new ClientTally(clientId, hour);
    this.tallies.set(clientId, next);
    return next;
  }

  private async writeBatch(): Promise<void> {
    // What is counted meanwhile begins a new count.
    for (const tally of this.tallies.values()) this.rows.add(tally);
    this.tallies = new Map();
    try {
      await this.rows.write();
      await this.secretUses.write(); // first: whoever has a last use was used from somewhere
      await this.lastUses.write();
    } catch (error) {
      this.logger.warn(`Usage could not be written and is kept in memory. ${traceOf(error)}`);
    }
  }
}

function reasonOf(shortfall: Shortfall): CountedReason {
  if (shortfall.reason === 'scope') return `scope ${shortfall.needed}`;
  return shortfall.reason === 'person' ? 'person-level' : shortfall.reason;
}
