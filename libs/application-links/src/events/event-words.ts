import { type EventRecord, lifetimeNames, type Phrase } from 'nestjs-drawbridge/oauth-provider';
import { say } from '../words/link-words.js';
import { isKnownType } from './event-groups.js';

/** What events of a type are called; one of a type that no version knows any more, as it is. */
export const eventWords = (type: string): Phrase => (isKnownType(type) ? say(`event.${type}`) : () => type);

const ofTrials = [
  'authorization.given',
  'authorization.denied',
  'authorization.ended',
  'family.ended.revoked',
] as const;

/** What happened, in words; what a trial of a link did is told as that, and not as the application's doing. */
export function eventTitle({ type, details }: Pick<EventRecord, 'type' | 'details'>): Phrase {
  const known = 'trial' in details ? ofTrials.find((one) => one === type) : undefined;
  return known ? say(`event.trial.${known}`) : eventWords(type);
}

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
