import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { type Phrase, type Reader } from 'nestjs-drawbridge/oauth-provider';
import { PeopleNames } from '../administrators/people-names.service.js';
import { type AskedAudit, AUDIT_PARAMETERS, placeIn, placeText, typedAuditIn } from '../audit/audit-query.js';
import { AuditTrail } from '../audit/audit-trail.service.js';
import { ConcernedLinksService } from '../audit/concerned-links.service.js';
import { dayAfter, dayOf } from '../audit/zoned-day.js';
import { EVENT_GROUPS } from '../events/event-groups.js';
import { eventWords } from '../events/event-words.js';
import { say } from '../words/link-words.js';
import { type AuditChip, type QuickDays, withoutFilter } from './audit-chips.js';
import { type AuditModel } from './audit.page.js';
import { LinkAddresses } from './link-addresses.service.js';

const perPage = 50;
const quickDays = [1, 7, 30] as const;

/** Gathers what the page of the audit trail shows. */
@Injectable()
export class AuditModels {
  constructor(
    @Inject(AuditTrail) private readonly trail: AuditTrail,
    @Inject(ConcernedLinksService) private readonly concerned: ConcernedLinksService,
    @Inject(PeopleNames) private readonly names: PeopleNames,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws BadRequestException that names a parameter that nobody types */
  async of(given: unknown, reader: Reader): Promise<AuditModel> {
    const { addresses } = this;
    const query = typedAuditIn(given, reader);
    const { asked, wrong } = query;
    const common = {
      asked,
      wrong,
      chips: await this.chipsOf(asked),
      quick: this.quick(asked, reader),
      only: (more: Readonly<Record<string, string>>) => addresses.audit({ ...asked, ...more }),
      addresses,
    };
    if (Object.keys(wrong).length > 0) return { ...common, named: null, newest: null, newer: null, older: null };
    const [olderThan, newerThan] = [placeIn(given, 'olderThan'), placeIn(given, 'newerThan')];
    const filter = await this.trail.filterOf(query);
    const page = await this.trail.page(filter, { olderThan, newerThan, limit: perPage });
    const [first, last] = [page.events[0], page.events.at(-1)];
    return {
      ...common,
      named: page,
      newest: page.hasNewer ? addresses.audit({ ...asked }) : null,
      newer: page.hasNewer && first ? addresses.audit({ ...asked, newerThan: placeText(first) }) : null,
      older: page.hasOlder && last ? addresses.audit({ ...asked, olderThan: placeText(last) }) : null,
    };
  }

  private async chipsOf(asked: AskedAudit): Promise<readonly AuditChip[]> {
    const { link, person } = asked;
    const links = await this.concerned.of(link ? [link] : []);
    const names = await this.names.of(person ? [person] : []);
    const words: Readonly<Record<string, Phrase>> = {
      link: () => links.get(link ?? '')?.name ?? link ?? '',
      type: typeWords(asked.type ?? ''),
      person: () => names.get(person ?? '') ?? person ?? '',
      from: dayWords(asked.from),
      to: dayWords(asked.to),
    };
    return AUDIT_PARAMETERS.flatMap((parameter) => {
      const text = asked[parameter];
      if (text === undefined) return [];
      const without = this.addresses.audit(withoutFilter(asked, parameter));
      return [{ parameter, value: words[parameter] ?? (() => text), without }];
    });
  }

  private quick(asked: AskedAudit, { timeZone }: Reader): readonly QuickDays[] {
    const today = dayOf(this.clock.now(), timeZone);
    return quickDays.map((days) => {
      const from = dayAfter(today, 1 - days);
      const { link, type, person, address } = asked;
      const others = Object.entries({ link, type, person, address }).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      const href = this.addresses.audit({ ...Object.fromEntries(others), from });
      return { days, href, isShown: asked.from === from && asked.to === undefined };
    });
  }
}

function typeWords(type: string): Phrase {
  const group = EVENT_GROUPS.find((one) => one === type);
  return group ? say(`group.${group}`) : eventWords(type);
}

const dayWords =
  (day = ''): Phrase =>
  (reader) =>
    reader.date(Date.parse(`${day}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
