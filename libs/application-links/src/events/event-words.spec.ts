import { EVENT_TYPES, inEnglish, Reader } from 'nestjs-drawbridge/oauth-provider';
import { describe, expect, it } from 'vitest';
import { eventDetails } from './event-details.js';
import { EVENT_GROUPS, isKnownType, typesOf } from './event-groups.js';
import { eventTitle, eventWords } from './event-words.js';
import { settingChanges } from './setting-changes.js';

const german = new Reader({ language: 'en', locale: 'de', timeZone: 'UTC' });

describe('events in words', () => {
  it('each belong to one group and have a name', () => {
    const grouped = EVENT_GROUPS.flatMap(typesOf);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect([...grouped].sort()).toEqual(EVENT_TYPES.filter(isKnownType).sort());
    for (const type of grouped) expect(inEnglish(eventWords(type))).not.toBe(type);
  });

  it('of a type that no version knows any more keep their name, and say nothing more', () => {
    expect(inEnglish(eventWords('link.painted'))).toBe('link.painted');
    expect(eventDetails({ type: 'link.painted', details: {} })).toEqual([]);
    expect(eventDetails({ type: 'link.created', details: {} })).toEqual([]);
  });

  it('say each setting before and after, durations as the reader writes them', () => {
    const before = { name: '', scopes: ['READ'], redirectUris: ['https://a/', 'https://b/'], familySeconds: null };
    const after = {
      name: 'New',
      scopes: ['READ', 'WRITE'],
      redirectUris: [],
      familySeconds: 86_400,
      pkceRequired: true,
    };
    const said = settingChanges({ before, after }).map((change) =>
      [[change.setting], change.before, change.after].map((phrases) => phrases.map((phrase) => phrase(german))),
    );
    expect(said).toEqual([
      [['Name'], ['empty'], ['New']],
      [['Permissions'], ['Read'], ['Read', 'Write']],
      [['Redirect URLs'], ['https://a/', 'https://b/'], ['empty']],
      [['Longest life of a sign-in'], ['The wiki’s own'], ['1 Tag']],
      [['PKCE required'], ['empty'], ['Yes']],
    ]);
  });

  it('of a trial are told as that', () => {
    const told = (type: string, details: object) => inEnglish(eventTitle({ type, details }));
    for (const type of ['authorization.given', 'authorization.denied', 'authorization.ended', 'family.ended.revoked']) {
      expect(told(type, { trial: true })).toMatch(/^Trial of the link: /);
      expect(told(type, {})).toBe(inEnglish(eventWords(type)));
    }
    expect(told('link.created', { trial: true })).toBe('Link created');
  });

  it('say what else is worth knowing', () => {
    const tell = (type: string, details: object) => eventDetails({ type, details }).map(inEnglish);
    expect(tell('secret.created', { secretId: 'x', overlapSeconds: 3600 })).toEqual([
      'The older secret works for 1 hour more.',
    ]);
    expect(tell('secret.created', { secretId: 'x', overlapSeconds: 0 })).toEqual(['The older secret ended at once.']);
    expect(tell('authorizations.ended', { count: 3 })).toEqual(['3 people']);
    expect(tell('secrets.resealed', { resealed: 2, unreadable: 1 })).toEqual([
      '2 secrets encrypted, 1 could not be read',
    ]);
    expect(tell('audit.exported', { format: 'csv', filters: {}, count: 1 })).toEqual(['1 event as CSV']);
    expect(tell('audit.exported', { format: 'jsonl', filters: {}, count: null })).toEqual([
      'A thousand events or more, as JSONL',
    ]);
  });
});
