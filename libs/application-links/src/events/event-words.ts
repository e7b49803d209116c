import { lifetimeNames, type Phrase } from 'nestjs-drawbridge/oauth-provider';
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
