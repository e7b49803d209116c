import { lifetimeNames, type Phrase, type Reader } from 'nestjs-drawbridge/oauth-provider';
import { durationOf } from '../links/duration.js';
import { say } from '../words/link-words.js';
import { isKnownType } from './event-groups.js';

/** What an event is called; one of a type that no version knows any more, as it is. */
export const eventWords = (type: string): Phrase => (isKnownType(type) ? say(`event.${type}`) : () => type);

const settings = [
  'name',
  'description',
  'scopes',
  'redirectUris',
  'pkceRequired',
  'plainPkceAllowed',
  'mayIntrospectAll',
  'rememberConsent',
  'enabled',
  ...lifetimeNames,
] as const;

/** What a setting of a link is called; one that no version knows any more, as it is. */
export function settingWords(setting: string): Phrase {
  const known = settings.find((one) => one === setting);
  return known ? say(`setting.${known}`) : () => setting;
}

/** Seconds in the longest unit that leaves no rest, as the reader writes it: `90 days`. */
export function durationFor(reader: Reader, seconds: number): string {
  const { amount, unit } = durationOf(seconds);
  return reader.number(amount, { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' });
}
