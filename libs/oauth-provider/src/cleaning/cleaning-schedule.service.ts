import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { traceOf } from '../errors/trace.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { Cleaning } from './cleaning.service.js';

/** How often a node looks whether a round is due, at most, in milliseconds. */
const lookEvery = 60_000;

/** Lets every node look now and then whether it should clean. */
@Injectable()
export class CleaningSchedule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(CleaningSchedule.name);
  private readonly stopped = new AbortController();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;

  constructor(
    @Inject(Cleaning) private readonly cleaning: Cleaning,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
  ) {}

  onApplicationBootstrap(): void {
    const { cleaningSeconds } = this.options;
    if (cleaningSeconds === 0) return;
    this.timer = setInterval(() => this.look(), Math.min(cleaningSeconds * 1000, lookEvery)).unref();
  }

  /** Lets a batch that is under way come to its end; another node goes on after it. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    this.stopped.abort();
    await this.running;
  }

  private look(): void {
    this.running ??= this.clean().finally(() => (this.running = undefined));
  }

  private async clean(): Promise<void> {
    try {
      await this.cleaning.cleanIfDue(this.stopped.signal);
    } catch (error) {
      this.logger.warn(`Cleaning stopped and is tried again. ${traceOf(error)}`);
    }
  }
}
