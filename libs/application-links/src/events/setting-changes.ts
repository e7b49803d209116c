import { lifetimeNames } from 'nestjs-drawbridge/oauth-provider';
import { durationWords } from '../links/duration.js';
import { SETTING_WORDS } from './event-words.js';

/** One setting before and after, as text. */
export interface SettingChange {
  readonly setting: string;
  readonly before: string;
  readonly after: string;
}

const isLifetime = (key: string): boolean => lifetimeNames.some((name) => name === key);

const shown = (key: string, value: unknown): string => {
  if (isLifetime(key)) return typeof value === 'number' ? durationWords(value) : 'The wiki’s own';
  if (Array.isArray(value)) return value.map(String).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' && value !== '' ? value : 'empty';
};

/** What an event says was changed; none for events of another kind. */
export function settingChanges(details: object): readonly SettingChange[] {
  const { before, after } = details as { before?: Record<string, unknown>; after?: Record<string, unknown> };
  if (!before || !after) return [];
  return Object.keys(after).map((key) => ({
    setting: SETTING_WORDS[key] ?? key,
    before: shown(key, before[key]),
    after: shown(key, after[key]),
  }));
}
