import { IntlMessageFormat } from 'intl-messageformat';
import { type ParsedMessage } from './parsed-message.js';

/**
 * How one reader has dates, numbers and messages written. A page needs the same few again and again, and `Intl` takes far longer to make
 * one than to use it.
 */
export class ReaderFormats {
  private readonly made = new Map<string, unknown>();
  private readonly messages = new Map<ParsedMessage, IntlMessageFormat>();

  /** What the formats of `intl-messageformat` are made of. */
  private readonly formatters = {
    getNumberFormat: (_: unknown, options?: Intl.NumberFormatOptions) => this.number(options),
    getDateTimeFormat: (_: unknown, options?: Intl.DateTimeFormatOptions) => this.date(options),
    getPluralRules: (_: unknown, options?: Intl.PluralRulesOptions) =>
      this.once('plural', options, () => new Intl.PluralRules(this.locale, options)),
  };

  constructor(private readonly locale: string) {}

  date(options: Intl.DateTimeFormatOptions = {}): Intl.DateTimeFormat {
    return this.once('date', options, () => new Intl.DateTimeFormat(this.locale, options));
  }

  number(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
    return this.once('number', options, () => new Intl.NumberFormat(this.locale, options));
  }

  relative(options: Intl.RelativeTimeFormatOptions): Intl.RelativeTimeFormat {
    return this.once('relative', options, () => new Intl.RelativeTimeFormat(this.locale, options));
  }

  message(parts: ParsedMessage): IntlMessageFormat {
    const known = this.messages.get(parts);
    if (known) return known;
    const { formatters } = this;
    const format = new IntlMessageFormat(parts, this.locale, undefined, { formatters });
    this.messages.set(parts, format);
    return format;
  }

  private once<Format>(kind: string, options: object | undefined, make: () => Format): Format {
    const key = kind + JSON.stringify(options);
    const known = this.made.get(key) as Format | undefined;
    if (known) return known;
    const format = make();
    this.made.set(key, format);
    return format;
  }
}
