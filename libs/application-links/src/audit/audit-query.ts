import { BadRequestException } from '@nestjs/common';
import {
  addressRangeOf,
  type EventFilter,
  type EventPlace,
  type Phrase,
  phrased,
  type Reader,
} from 'nestjs-drawbridge/oauth-provider';
import { EVENT_GROUPS, type EventGroup, isKnownType, STORED_EVENT_TYPES, typesOf } from '../events/event-groups.js';
import { textIn } from '../rest/query-parameters.js';
import { say } from '../words/link-words.js';
import { dayAfter, dayIn, startOfDay } from './zoned-day.js';

/** What the trail is asked by, in the order of the page. */
export const AUDIT_PARAMETERS = ['link', 'type', 'person', 'address', 'from', 'to'] as const;

/** One of {@link AUDIT_PARAMETERS}. */
export type AuditParameter = (typeof AUDIT_PARAMETERS)[number];

/** What was asked, as it stands in the address; nothing of what was left open. */
export type AskedAudit = Readonly<Partial<Record<AuditParameter, string>>>;

/** What was asked, and as much of its meaning as needs no look-up. */
export interface AuditQuery {
  readonly asked: AskedAudit;
  /** Types, address and times. The days are those of the reader. */
  readonly filter: EventFilter;
}

const refusal = (phrase: Phrase): BadRequestException => phrased(BadRequestException, phrase);

/** What people may type wrong, by where it is put right, and why it cannot be. */
export type WrongFilters = Readonly<Partial<Record<'address' | 'to', Phrase>>>;

/** What is asked for, but for what of it was typed wrong. @throws BadRequestException that names a parameter that nobody types */
export function typedAuditIn(given: unknown, reader: Reader): AuditQuery & { readonly wrong: WrongFilters } {
  const all = AUDIT_PARAMETERS.map((name) => [name, textIn(given, name).trim()] as const);
  const asked: AskedAudit = Object.fromEntries(all.filter(([, text]) => text !== ''));
  for (const [name, text] of all) if (/[\p{Cc}\p{Cs}]/u.test(text)) throw refusal(say('audit.refused.text', { name }));
  const [from, to] = [dayAt('from', asked.from), dayAt('to', asked.to)];
  const addresses = asked.address === undefined ? undefined : addressRangeOf(asked.address);
  return {
    asked,
    wrong: {
      ...(addresses === null ? { address: say('audit.address.wrong') } : {}),
      ...(from !== null && to !== null && to < from ? { to: say('audit.to.wrong') } : {}),
    },
    filter: {
      ...(asked.type ? { types: typesIn(asked.type) } : {}),
      ...(addresses ? { addresses } : {}),
      ...(from === null ? {} : { from: startOfDay(from, reader.timeZone) }),
      ...(to === null ? {} : { before: startOfDay(dayAfter(to), reader.timeZone) }),
    },
  };
}

/** What is asked for. @throws BadRequestException that names the parameter that is wrong */
export function auditQueryIn(given: unknown, reader: Reader): AuditQuery {
  const { wrong, ...query } = typedAuditIn(given, reader);
  if (wrong.address) throw refusal(say('audit.refused.address'));
  if (wrong.to) throw refusal(say('audit.refused.order'));
  return query;
}

function dayAt(name: 'from' | 'to', text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = dayIn(text);
  if (day === null) throw refusal(say('audit.refused.day', { name }));
  return day;
}

const isGroup = (text: string): text is EventGroup => EVENT_GROUPS.some((group) => group === text);

function typesIn(text: string): readonly string[] {
  if (isGroup(text)) return typesOf(text);
  if (isKnownType(text)) return [text];
  throw refusal(say('audit.refused.type', { known: [...EVENT_GROUPS, ...STORED_EVENT_TYPES].join(', ') }));
}

/** A place in the trail as addresses have it: `1795000000000-42`. */
export const placeText = ({ at, id }: EventPlace): string => `${at.toString()}-${id.toString()}`;

/** Where a page begins or ends; `null` when nothing is said. @throws BadRequestException naming the parameter */
export function placeIn(given: unknown, name: 'olderThan' | 'newerThan'): EventPlace | null {
  const text = textIn(given, name);
  if (text === '') return null;
  const [, at, id] = /^(\d{1,15})-(\d{1,9})$/.exec(text) ?? [];
  if (at === undefined || id === undefined) throw refusal(say('audit.refused.place', { name }));
  return { at: Number(at), id: Number(id) };
}

/** The forms in which the trail can be taken along. JSON Lines, because each line is whole: it can be read, cut and joined as it comes. */
export const EXPORT_FORMATS = ['csv', 'jsonl'] as const;

/** One of {@link EXPORT_FORMATS}. */
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** In which form the trail is wanted. @throws BadRequestException when it is none of them */
export function formatIn(given: unknown): ExportFormat {
  const format = textIn(given, 'format');
  const known = EXPORT_FORMATS.find((one) => one === format);
  if (known === undefined) throw refusal(say('audit.refused.format', { known: EXPORT_FORMATS.join(', ') }));
  return known;
}
