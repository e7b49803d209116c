import { match } from '@formatjs/intl-localematcher';
import { Inject, Injectable } from '@nestjs/common';
import { BrowserLocales, Locales, type ReaderLocale } from 'nestjs-drawbridge/host';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type Catalogue, type OwnWords } from './catalogue.js';
import { type Messages } from './message.js';
import { checkOwnWords } from './own-words.js';
import { providerWords } from './provider-words.js';
import { Reader } from './reader.js';

const isTimeZone = (name: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
};

/** Region and all, but without extensions: those would let an address choose calendars and digits. */
const plain = (tag: string): string | null => {
  try {
    return new Intl.Locale(tag).baseName;
  } catch {
    return null;
  }
};

/** The languages that pages are read in, and who reads a page. */
@Injectable()
export class Languages {
  private readonly own = new Map<unknown, OwnWords<Messages>>();
  private readonly known = new Set(Object.keys(providerWords.translations));

  /** @throws Error naming what the host says on our pages that cannot be said */
  constructor(
    @Inject(Locales) private readonly locales: Locales,
    @Inject(OAuthProviderOptions) { words }: OAuthProviderOptions,
  ) {
    this.add(providerWords, words);
  }

  /** Lets a host's own words go before those of a catalogue. @throws Error naming the message that cannot be said */
  add<Source extends Messages>(catalogue: Catalogue<Source>, words: OwnWords<Source>): void {
    checkOwnWords(catalogue, words);
    this.own.set(catalogue, words);
    for (const language of Object.keys(words)) this.known.add(language);
  }

  /** Whoever sent a request. */
  async readerOf(request: unknown): Promise<Reader> {
    return this.reader(await this.locales.of(request));
  }

  /** The same without asking the host, for when the host may be what failed. */
  readerWithoutHost(request: unknown): Reader {
    return this.reader(new BrowserLocales().of(request));
  }

  private reader({ languages, timeZone }: ReaderLocale): Reader {
    const asked = languages.flatMap((tag) => plain(tag) ?? []);
    const language = match(asked, [...this.known], 'en', { algorithm: 'lookup' });
    const base = new Intl.Locale(language).language;
    const locale = asked.find((tag) => new Intl.Locale(tag).language === base) ?? language;
    return new Reader({ language, locale, timeZone: isTimeZone(timeZone) ? timeZone : 'UTC' }, this.own);
  }
}
