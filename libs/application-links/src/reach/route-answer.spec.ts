import { type Prospect } from 'nestjs-drawbridge/oauth-provider';
import { Access, type Scope } from 'nestjs-drawbridge/scopes';
import { describe, expect, it } from 'vitest';
import { answerFor, type Asker } from './route-answer.js';
import { kindOfRoute } from './route-kind.js';

const needing = (scope: Scope | null, source = 'rule /*') => ({ scope, source });

function asker(of: {
  link?: readonly Scope[];
  scope?: Scope | null;
  level?: Scope | null;
  obstacle?: Prospect['obstacle'];
}): Asker {
  const { link = null, scope = 'SYSTEM_ADMIN', level = 'SYSTEM_ADMIN', obstacle = null } = of;
  const access = scope && new Access({ clientId: 'c', userId: 'u', scope, personLevel: level });
  return { client: link && { scopes: link }, prospect: { access, obstacle, granted: null } };
}

const reasonFor = (scope: Scope | null, of: Parameters<typeof asker>[0]) => answerFor(needing(scope), asker(of)).reason;

describe('the answer about a route', () => {
  it('P5 is yes as far as link, yes and person reach', () => {
    const writer = asker({ link: ['WRITE'], scope: 'WRITE', level: 'ADMIN' });
    expect(answerFor(needing('WRITE'), writer)).toEqual({ callable: true, reason: null });
    expect(answerFor(needing('READ'), writer).callable).toBe(true);
    expect(answerFor(needing('ADMIN'), writer)).toEqual({ callable: false, reason: 'scope-of-link' });
  });

  it('P5 names what is too low: the link, what the person agreed to, or the person', () => {
    expect(reasonFor('WRITE', { link: ['READ', 'WRITE'], scope: 'READ' })).toBe('scope-of-authorization');
    expect(reasonFor('ADMIN', { link: ['READ', 'WRITE'], scope: 'READ' })).toBe('scope-of-link');
    expect(reasonFor('ADMIN', { link: ['ADMIN'], scope: 'ADMIN', level: 'WRITE' })).toBe('level-of-person');
    expect(reasonFor('READ', { link: ['ADMIN'], scope: 'ADMIN', level: null })).toBe('level-of-person');
    expect(reasonFor('SYSTEM_ADMIN', { level: 'ADMIN' })).toBe('level-of-person');
  });

  it('P2 is no for what is closed and for what nobody decided about', () => {
    expect(answerFor(needing(null), asker({})).reason).toBe('closed');
    expect(answerFor(needing(null, 'guards itself'), asker({})).reason).toBe('closed');
    expect(answerFor(needing(null, 'no rule'), asker({})).reason).toBe('undecided');
    expect(answerFor(needing(null, 'no rule'), asker({ scope: null })).reason).toBe('undecided');
  });

  it('P13 names an obstacle where nothing else stands in the way', () => {
    const disabled = { link: ['WRITE'], scope: 'WRITE', obstacle: 'link-disabled' } as const;
    expect(reasonFor('WRITE', disabled)).toBe('link-disabled');
    expect(reasonFor('ADMIN', disabled)).toBe('scope-of-link');
    expect(reasonFor(null, disabled)).toBe('closed');
  });

  it('P2 is no where nothing is left of what was given', () => {
    expect(reasonFor('READ', { link: [], scope: null, obstacle: 'nothing-granted' })).toBe('nothing-granted');
    expect(reasonFor('READ', { link: [], scope: null })).toBe('nothing-granted');
    expect(reasonFor(null, { link: [], scope: null })).toBe('closed');
  });
});

describe('the kind of a route', () => {
  it.each([
    ['GET', '/rest/api/content', 'REST'],
    ['QUERY', '/search', 'REST'],
    ['QUERY', 'Query.pages', 'GRAPHQL'],
    ['FIELD', 'Page.author', 'GRAPHQL'],
    ['CONNECT', '/live', 'GATEWAY'],
    ['MESSAGE', '/live notes.add', 'GATEWAY'],
  ])('of %s %s is %s', (method, path, kind) => {
    expect(kindOfRoute({ method, path })).toBe(kind);
  });
});
