import { Inject, Injectable } from '@nestjs/common';
import { highestOf, type Scope, suffices } from 'nestjs-drawbridge/scopes';
import { DataSource, In } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { Statements } from '../storage/statements.service.js';
import { type ClientTally } from './client-tally.js';
import { GatheredRows } from './gathered-rows.js';
import { type CountedReason, type RefusalReason } from './refusal-reason.js';
import { mostRoutes, otherRoutes } from './route-usage.entity.js';

const hourInMilliseconds = 3_600_000;
const counts = ['requests', 'refusals'];
const owners = 'drawbridge_client';

const isShortOfScope = (reason: CountedReason): reason is `scope ${Scope}` => reason.startsWith('scope ');

/** From what was counted in memory to rows of the tables of use. */
@Injectable()
export class UsageRows {
  private readonly days;
  private readonly hours;
  private readonly routes;
  private readonly reasons;
  /** Tallies whose rows are not made yet. */
  private tallies: ClientTally[] = [];

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Statements) statements: Statements,
  ) {
    const ofClient = (table: string, ...key: string[]) => ({ table, owners, key: ['client_id', ...key] }) as const;
    const bound = { most: mostRoutes, other: otherRoutes };
    this.days = new GatheredRows(statements, { ...ofClient('drawbridge_usage', 'day'), added: counts });
    this.hours = new GatheredRows(statements, { ...ofClient('drawbridge_usage_hour', 'hour'), added: counts });
    this.routes = new GatheredRows(statements, {
      ...ofClient('drawbridge_usage_route', 'day', 'route'),
      added: counts,
      bound,
    });
    this.reasons = new GatheredRows(statements, {
      ...ofClient('drawbridge_usage_refusal', 'day', 'reason'),
      added: ['refusals'],
    });
  }

  /** Takes what was counted, which nobody counts on any more. */
  add(tally: ClientTally): void {
    this.tallies.push(tally);
  }

  /** Writes what was taken. What could not be written when this rejects is kept. */
  async write(): Promise<void> {
    const taken = this.tallies;
    this.tallies = [];
    const registered = await this.scopesOf(taken).catch((error: unknown) => {
      this.tallies.unshift(...taken);
      throw error;
    });
    for (const tally of taken) this.gather(tally, registered.get(tally.clientId) ?? null);
    for (const rows of [this.days, this.hours, this.routes, this.reasons]) await rows.write();
  }

  private gather(tally: ClientTally, registered: Scope | null): void {
    const { clientId: client_id, requests, refusals, routes, reasons } = tally;
    const at = new Date(tally.hour * hourInMilliseconds).toISOString();
    const [day, hour] = [at.slice(0, 10), at.slice(0, 13)];
    this.days.add({ client_id, day, requests, refusals });
    this.hours.add({ client_id, hour, requests, refusals });
    for (const [route, count] of routes) this.routes.add({ client_id, day, route: route.slice(0, 255), ...count });
    for (const [counted, times] of reasons)
      this.reasons.add({ client_id, day, reason: reasonOf(counted, registered), refusals: times });
  }

  /** What the links may ask for now, of those that asked for too much. */
  private async scopesOf(tallies: readonly ClientTally[]): Promise<ReadonlyMap<string, Scope | null>> {
    const asked = tallies.filter(({ reasons }) => [...reasons.keys()].some(isShortOfScope));
    if (asked.length === 0) return new Map();
    const id = In([...new Set(asked.map(({ clientId }) => clientId))]);
    const clients = await this.dataSource.manager.find(Client, { where: { id }, select: { id: true, scopes: true } });
    return new Map(clients.map((client) => [client.id, highestOf(client.scopes)]));
  }
}

/** Whether the link may not ask for what was needed, or it was not granted. */
function reasonOf(counted: CountedReason, registered: Scope | null): RefusalReason {
  if (!isShortOfScope(counted)) return counted;
  const needed = counted.slice('scope '.length) as Scope;
  return registered && suffices(registered, needed) ? 'granted-scope' : 'link-scope';
}
