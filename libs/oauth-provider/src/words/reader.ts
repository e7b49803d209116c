import { type ComponentChildren } from 'preact';
import { type Catalogue, type OwnWords } from './catalogue.js';
import { type Given, type Messages, type RichValues, type TextValues } from './message.js';
import { parse, shownIn } from './parsed-message.js';
import { ReaderFormats } from './reader-formats.js';
import { wholeDuration } from './whole-duration.js';

/** Which language somebody reads, and how dates and numbers are written for them. */
export interface ReaderSettings {
  /** What there are words in, as a BCP 47 tag. */
  readonly language: string;
  /** The same language as the reader has it, for instance of a region: `de-AT`. Dates and numbers follow it. */
  readonly locale: string;
  /** IANA name of a time zone. */
  readonly timeZone: string;
}

type Values = Readonly<Record<string, unknown>>;

/** What is long ago is told in, in milliseconds, the longest first; what is shorter than all of them is now. */
const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/** Somebody who reads a page: finds the words, the dates and the numbers that are theirs. */
export class Reader {
  /** Nobody in particular: English, UTC. */
  static readonly anybody = new Reader({ language: 'en', locale: 'en', timeZone: 'UTC' });

  /** In which direction they read. */
  readonly direction: 'ltr' | 'rtl';
  private readonly formats: ReaderFormats;

  constructor(
    private readonly settings: ReaderSettings,
    private readonly own: ReadonlyMap<unknown, OwnWords<Messages>> = new Map(),
  ) {
    this.direction = directionOf(settings.language);
    this.formats = new ReaderFormats(settings.locale);
  }

  get language(): string {
    return this.settings.language;
  }

  /** IANA name of the zone that dates are shown in. */
  get timeZone(): string {
    return this.settings.timeZone;
  }

  /** A message as text. Where it is read from right to left, what it names keeps a direction of its own (Unicode UAX #9, isolates). */
  text<Source extends Messages, Key extends keyof Source & string>(
    catalogue: Catalogue<Source>,
    key: Key,
    ...[values]: Given<TextValues<Source[Key]>>
  ): string {
    const given = this.direction === 'rtl' ? this.isolated(catalogue, key, values) : values;
    return String(this.formatted(catalogue, key, given));
  }

  /** A message as a part of a page. */
  rich<Source extends Messages, Key extends keyof Source & string>(
    catalogue: Catalogue<Source>,
    key: Key,
    ...[values]: Given<RichValues<Source[Key]>>
  ): ComponentChildren {
    return this.formatted(catalogue, key, values) as ComponentChildren;
  }

  /** A day: `30 Nov 2026`. `at` is in milliseconds since 1970. */
  day(at: number): string {
    return this.date(at, { dateStyle: 'medium' });
  }

  /** A minute with its zone: `30 Nov 2026, 14:05 CET`. `at` is in milliseconds since 1970. */
  minute(at: number): string {
    const parts = { year: 'numeric', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
    return this.date(at, { ...parts, timeZoneName: 'short' });
  }

  /** How long ago a moment is: `5 minutes ago`, `2 days ago`. Both in milliseconds since 1970; `at` is no later than `now`. */
  ago(at: number, now: number): string {
    const passed = Math.max(0, now - at);
    const [unit, length] = units.find(([, least]) => passed >= least) ?? (['second', 1000] as const);
    const format = this.formats.relative({ numeric: unit === 'second' ? 'auto' : 'always' });
    return format.format(unit === 'second' ? 0 : -Math.floor(passed / length), unit);
  }

  /** A moment, as `Intl.DateTimeFormat` writes it with these options; in the reader's zone where they name none. */
  date(at: number, options: Intl.DateTimeFormatOptions): string {
    return this.formats.date({ timeZone: this.settings.timeZone, ...options }).format(at);
  }

  /** A number, as `Intl.NumberFormat` writes it with these options. */
  number(value: number, options: Intl.NumberFormatOptions = {}): string {
    return this.formats.number(options).format(value);
  }

  /** A duration in one unit, without rest: `90 days`. `seconds` is a whole number. */
  duration(seconds: number): string {
    const { amount, unit } = wholeDuration(seconds);
    return this.number(amount, { style: 'unit', unit, unitDisplay: 'long' });
  }

  /** Several things in one sentence: `a, b and c`. */
  list(items: readonly string[], type: Intl.ListFormatType = 'conjunction'): string {
    return new Intl.ListFormat(this.settings.locale, { type }).format(items);
  }

  /** Sorts texts as the reader's language does. */
  compare(one: string, other: string): number {
    return one.localeCompare(other, this.settings.locale);
  }

  private formatted(catalogue: unknown, key: string, values: Values = {}): unknown {
    const text = this.message(catalogue as Catalogue, key);
    const parts = parse(text);
    if (parts === null) return text;
    return this.formats.message(parts).format(values as Record<string, string>);
  }

  private isolated(catalogue: unknown, key: string, values: Values = {}): Values {
    const shown = shownIn(parse(this.message(catalogue as Catalogue, key)) ?? []);
    const isolate = (name: string, value: unknown): unknown =>
      typeof value === 'string' && shown.has(name) ? `\u2068${value}\u2069` : value;
    return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isolate(name, value)]));
  }

  /** In the reader's language, else in English; the host's own words first. */
  private message(catalogue: Catalogue, key: string): string {
    const own = this.own.get(catalogue) ?? {};
    for (const language of [this.language, 'en']) {
      const text = own[language]?.[key] ?? catalogue.translations[language]?.[key];
      if (text !== undefined) return text;
    }
    throw new Error(`There is no message '${key}'.`);
  }
}

function directionOf(language: string): 'ltr' | 'rtl' {
  const locale = new Intl.Locale(language) as Intl.Locale & {
    readonly textInfo?: { readonly direction: 'ltr' | 'rtl' };
    getTextInfo?(): { readonly direction: 'ltr' | 'rtl' };
  };
  return (locale.getTextInfo?.() ?? locale.textInfo)?.direction ?? 'ltr';
}
