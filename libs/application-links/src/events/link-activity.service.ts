import { Inject, Injectable } from '@nestjs/common';
import { type EventRecord, Events, Usage, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';

/** How often an application came on one day. */
export interface UsageOfDay {
  /** The day in UTC, `2026-11-23`. */
  readonly day: string;
  readonly requests: number;
  readonly refusals: number;
}

/** What applications did and what happened to them, up to this moment. */
@Injectable()
export class LinkActivity {
  constructor(
    @Inject(Events) private readonly log: Events,
    @Inject(Usage) private readonly usage: Usage,
    @Inject(UsageRecorder) private readonly recorder: UsageRecorder,
  ) {}

  /** Writes what was counted and not yet stored, so that what is read next is up to date. */
  async settle(): Promise<void> {
    await this.recorder.write();
  }

  /** One entry for each of the last `days` days, 1 to 366, the oldest first. */
  async usageOf(clientId: string, days: number): Promise<readonly UsageOfDay[]> {
    await this.settle();
    return this.usage.ofClient(clientId, days);
  }

  /** The same for each of several applications, by client id, as far as it is stored. */
  async usageOfAll(clientIds: readonly string[], days: number): Promise<ReadonlyMap<string, readonly UsageOfDay[]>> {
    return this.usage.ofClients(clientIds, days);
  }

  /** A page of events, newest first, of one client or of all. */
  async events(page: { clientId?: string; start: number; limit: number }): Promise<readonly EventRecord[]> {
    return this.log.newest(page);
  }
}
