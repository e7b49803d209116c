import { type ExecutionContext, Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { ApplicationLimits, type LimitedCall } from 'nestjs-drawbridge/host';
import { type Access } from '../access/access.js';
import { kindOf } from '../context/call.js';
import { Calls } from '../context/calls.service.js';
import { type Shortfall } from './insufficient-scope.exception.js';

/** A call as the host is asked about it, without whose it is. */
export type AskedCall = Pick<LimitedCall, 'kind' | 'request' | 'context'>;

/** Asks the host whether it narrows an access whose scope and person suffice. */
@Injectable()
export class Limits {
  private readonly logger = new Logger(Limits.name);
  private readonly asked = new WeakMap<ExecutionContext, Promise<Shortfall | null>>();

  constructor(
    @Inject(Calls) private readonly calls: Calls,
    @Optional() @Inject(ApplicationLimits) private readonly host?: ApplicationLimits,
  ) {}

  /** The same for what a guard stands before. Asked once for a call, however many guards stand there. */
  shortfallIn(context: ExecutionContext, access: Access): Shortfall | null | Promise<Shortfall | null> {
    if (!this.host) return null;
    const kind = kindOf(context) as 'http' | 'graphql' | 'ws';
    const known = this.asked.get(context);
    if (known) return known;
    const shortfall = this.ask(this.host, access, { kind, context, request: this.calls.requestOf(context) });
    this.asked.set(context, shortfall);
    return shortfall;
  }

  /**
   * Why the host does not let this call be made; `null` when it does, at once where it narrows nothing.
   *
   * @throws whatever the host throws
   */
  shortfallOf(access: Access, call: AskedCall): Shortfall | null | Promise<Shortfall | null> {
    return this.host ? this.ask(this.host, access, call) : null;
  }

  /** What an application is limited to, in the host's words; `null` when it is not, or when the host cannot say. */
  async describe(clientId: string): Promise<string | null> {
    try {
      return (await this.host?.describe(clientId)) ?? null;
    } catch (error) {
      this.logger.warn(`The host cannot say to what an application is limited. ${String(error)}`);
      return null;
    }
  }

  private async ask(host: ApplicationLimits, access: Access, call: AskedCall): Promise<Shortfall | null> {
    const { clientId, userId } = access;
    const answer: unknown = await host.allows({ clientId, userId, ...call } as LimitedCall);
    if (answer === true) return null;
    return { reason: 'limit', sentence: await this.describe(clientId) };
  }
}
