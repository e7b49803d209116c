import { lifetimeNames, type Phrase } from 'nestjs-drawbridge/oauth-provider';
import { isScope } from 'nestjs-drawbridge/scopes';
import { say } from '../words/link-words.js';
import { scopeName } from '../words/scope-name.js';
import { settingWords } from './event-words.js';

/** One setting before and after. Of a list, each member is a text. */
export interface SettingChange {
  readonly setting: Phrase;
  readonly before: readonly Phrase[];
  readonly after: readonly Phrase[];
}

const isLifetime = (key: string): boolean => lifetimeNames.some((name) => name === key);

function shown(key: string, value: unknown): readonly Phrase[] {
  if (isLifetime(key)) {
    return [typeof value === 'number' ? (reader) => reader.duration(value) : say('setting.ofTheWiki')];
  }
  if (typeof value === 'boolean') return [value ? say('setting.yes') : say('setting.no')];
  const texts = (Array.isArray(value) ? value : [value ?? '']).map(String).filter((text) => text !== '');
  if (texts.length === 0) return [say('setting.empty')];
  return texts.map((text) => (key === 'scopes' && isScope(text) ? scopeName(text) : () => text));
}

/** What an event says was changed; none for events of another kind. */
export function settingChanges(details: object): readonly SettingChange[] {
  const { before, after } = details as { before?: Record<string, unknown>; after?: Record<string, unknown> };
  if (!before || !after) return [];
  return Object.keys(after).map((key) => ({
    setting: settingWords(key),
    before: shown(key, before[key]),
    after: shown(key, after[key]),
  }));
}
