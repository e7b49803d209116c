import { Injectable } from '@nestjs/common';
import { BrowserLocales, Locales, type ReaderLocale } from 'nestjs-drawbridge/host';
import { type WikiRequest } from '../sessions/wiki-request.js';

/** Tells the libraries in which language and time zone somebody reads: as they chose, else as their browser asks. */
@Injectable()
export class WikiLocales extends Locales {
  private readonly browser = new BrowserLocales();

  of(request: unknown): ReaderLocale {
    const { languages, timeZone } = this.browser.of(request);
    const user = (request as WikiRequest).user;
    return {
      languages: user?.language ? [user.language, ...languages] : languages,
      timeZone: user?.timeZone ?? timeZone,
    };
  }
}
