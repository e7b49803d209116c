import Negotiator from 'negotiator';
import { Locales, type ReaderLocale } from '../ports/locales.port.js';

const longestHeader = 1000;

/** The languages of the `Accept-Language` header (RFC 9110 §12.5.4); no browser tells its time zone, so UTC. */
export class BrowserLocales extends Locales {
  of(request: unknown): ReaderLocale {
    const { headers } = request as { headers: Readonly<Record<string, string | string[] | undefined>> };
    const asked = String(headers['accept-language'] ?? '').slice(0, longestHeader);
    const languages = new Negotiator({ headers: { 'accept-language': asked } }).languages();
    return { languages: languages.filter((tag) => tag !== '*'), timeZone: 'UTC' };
  }
}
