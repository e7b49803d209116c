import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { BearerTokens, type Judgement } from '../bearer/bearer-tokens.service.js';
import { traceOf } from '../errors/trace.js';
import { Changes } from '../events/changes.service.js';
import { OpenList } from './open-list.js';
import { Stopping } from './stopping.service.js';
import { accessEnded, accessShrunk, type Closing, notNow, type OpenAccess } from './open-access.js';

/** How often what is open is judged again, in milliseconds. */
const judgeEvery = 1000;

/** How long the answer to a change waits for what it closes, in milliseconds. */
const longestWait = 1000;

/** For how long something may stay open that cannot be judged, because the database does not answer. */
const longestUnjudged = 5000;

const unseen = 'It cannot be seen right now whether this access still holds. Keep your token and try again.';

/**
 * Everything that is open on this node because of a token: sockets, event streams, downloads. Each is closed when its
 * access ends: at once when that is done on this node, within about a second when it is done elsewhere, when the token expires or
 * when the host changes the person. When the host stops, what is soon over gets a second, and the rest is closed. While nothing is
 * open, nothing runs.
 */
@Injectable()
export class OpenAccesses implements OnModuleInit {
  private readonly logger = new Logger(OpenAccesses.name);
  private readonly accesses = new OpenList();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private next: Promise<void> | undefined;
  private isJudging = false;
  private isTroubled = false;
  private judgedAt = 0;

  constructor(
    @Inject(BearerTokens) private readonly tokens: BearerTokens,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Stopping) private readonly stopping: Stopping,
  ) {}

  onModuleInit(): void {
    this.changes.subscribe(() => atMost(longestWait, this.judge()));
  }

  /** Looks after something open until it is over. */
  keep(access: OpenAccess): void {
    this.accesses.add(access);
    if (!this.timer) {
      this.stopping.isUnderWay();
      this.judgedAt = performance.now();
      this.timer = setInterval(() => void this.tick(), judgeEvery).unref();
    }
  }

  /** To be called when it is over. */
  forget(access: OpenAccess): void {
    this.accesses.delete(access);
  }

  /**
   * Judges everything that is open now, and closes what has ended. A host calls it after it has changed a person, to close at
   * once what would else be closed within a second. Calls that come while one is under way share the next. Never rejects.
   */
  judge(): Promise<void> {
    this.next ??= this.running.then(() => {
      this.next = undefined;
      this.running = atMost(longestUnjudged, this.judgeOpen());
      return this.running;
    });
    return this.next;
  }

  /**
   * Closes what one application has open on this node, and what is about to open. A host calls it after it has narrowed what the
   * application reaches, on every node: its limits are asked with each call, not again of what is open.
   */
  closeOf(clientId: string, reason = 'What this application may reach has changed.'): void {
    for (const access of this.accesses) if (access.clientId === clientId) access.ended = reason;
    this.closeEnded();
  }

  private closeEnded(): void {
    for (const access of this.accesses)
      if (access.ended !== undefined && access.state() === 'open') this.close(access, accessShrunk(access.ended));
  }

  private async judgeOpen(): Promise<void> {
    const open = [...this.accesses].filter((access) => access.state() === 'open');
    if (open.length === 0) return;
    try {
      const judgements = await this.tokens.judgeAgain(open.map(({ presented }) => presented));
      this.judgedAt = performance.now();
      this.isTroubled = false;
      for (const access of open) this.closeUnless(access, judgements.get(access.presented));
    } catch (error) {
      if (!this.isTroubled) this.logger.warn(`What is open cannot be judged for now. ${traceOf(error)}`);
      this.isTroubled = true;
    }
  }

  /** One look a second: nothing is asked while everything is a request that is soon over. */
  private async tick(): Promise<void> {
    for (const access of this.accesses) if (access.state() === 'over') this.accesses.delete(access);
    this.closeEnded();
    if (this.accesses.size === 0) this.rest();
    if (this.stopping.isUnderWay()) return this.closeAll('The wiki is stopping. Keep your token and come back.');
    const isAnyOpen = [...this.accesses].some((access) => access.state() === 'open');
    if (!isAnyOpen) this.judgedAt = performance.now();
    else if (performance.now() - this.judgedAt > longestUnjudged) this.closeAll(unseen);
    if (!isAnyOpen || this.isJudging) return;
    this.isJudging = true;
    await this.judge();
    this.isJudging = false;
  }

  private rest(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private closeUnless(access: OpenAccess, judgement: Judgement | undefined): void {
    if (judgement && 'access' in judgement && judgement.access.can(access.needed)) return;
    if (!judgement || 'access' in judgement) this.close(access, accessShrunk('This access does not suffice any more.'));
    else this.close(access, judgement.isForNow ? notNow(judgement.refusal) : accessEnded(judgement.refusal));
  }

  private closeAll(message: string): void {
    for (const access of this.accesses) if (access.state() === 'open') this.close(access, notNow(message));
  }

  private close(access: OpenAccess, why: Closing): void {
    this.accesses.delete(access);
    try {
      access.close(why);
    } catch (error) {
      this.logger.warn(`Something open could not be closed in order. ${traceOf(error)}`);
    }
  }
}

/** Waits for something, but not for ever. */
async function atMost(milliseconds: number, wanted: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<void>((resolve) => (timer = setTimeout(resolve, milliseconds).unref()));
  await Promise.race([wanted, over]);
  clearTimeout(timer);
}
