import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { type Person, Users } from 'nestjs-drawbridge/host';
import { phrased, type Prospect, Prospects } from 'nestjs-drawbridge/oauth-provider';
import { Limits, type Opening, RouteMap, RouteReport } from 'nestjs-drawbridge/scopes';
import { canBeUserId } from '../authorizations/user-id.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { say } from '../words/link-words.js';
import { answerAll, type AnsweredRoute, undecidedFirst, wantedOf } from './answered-routes.js';
import { type ReachQuery } from './reach-query.js';
import { ROUTE_KINDS, type RouteKind } from './route-kind.js';

/** What an application can reach for a person. */
export interface Reach {
  readonly link: ApplicationLink | null;
  readonly person: Person | null;
  readonly prospect: Prospect;
  /** What the host limits the application to besides, in its words; calls are asked about that one by one. */
  readonly limit: string | null;
  /** Of all routes, whichever were asked for: how many there are, can be called, are opened by each scope, are of each kind. */
  readonly all: {
    readonly total: number;
    readonly callable: number;
    readonly counts: ReadonlyMap<Opening, number>;
    readonly kinds: ReadonlyMap<RouteKind, number>;
  };
  /** How many routes were asked for. */
  readonly found: number;
  /** A part of them, those that are undecided first, then in the order of their paths. */
  readonly routes: readonly AnsweredRoute[];
}

/** Answers what applications can reach, by what judges their calls. */
@Injectable()
export class ReachQuestions {
  private known: RouteReport | undefined;

  constructor(
    @Inject(RouteMap) private readonly map: RouteMap,
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(Users) private readonly users: Users,
    @Inject(Prospects) private readonly prospects: Prospects,
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  /** @throws NotFoundException when there is no such application or no such person */
  async ask(query: ReachQuery): Promise<Reach> {
    const link = query.clientId === '' ? null : await this.lookup.ofClient(query.clientId);
    const person = query.userId === '' ? null : await this.personOf(query.userId);
    const client = link?.client ?? null;
    const prospect = await this.prospects.of({ client, person });
    const answered = answerAll(this.report.routes, { client, prospect });
    const wanted = undecidedFirst(wantedOf(answered, query));
    const callable = answered.filter(({ answer }) => answer.callable).length;
    return {
      link,
      person,
      prospect,
      limit: client && (await this.limits.describe(client.id)),
      all: { total: answered.length, callable, counts: this.report.counts, kinds: kindsOf(answered) },
      found: wanted.length,
      routes: wanted.slice(query.start, query.start + query.limit),
    };
  }

  /** Routes are declared once and for all, so they are read once. */
  private get report(): RouteReport {
    return (this.known ??= new RouteReport(this.map.list()));
  }

  private async personOf(userId: string): Promise<Person> {
    const person = canBeUserId(userId) ? await this.users.byId(userId) : null;
    if (!person) throw phrased(NotFoundException, say('reach.person.unknown'));
    return person;
  }
}

const kindsOf = (routes: readonly AnsweredRoute[]): ReadonlyMap<RouteKind, number> =>
  new Map(ROUTE_KINDS.map((kind) => [kind, routes.filter((route) => route.kind === kind).length]));
