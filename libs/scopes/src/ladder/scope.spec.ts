import { describe, expect, it } from 'vitest';
import { formatScopes, highestOf, inOrder, lowerOf, parseScopes, SCOPES, suffices, upTo } from './scope.js';

describe('the ladder of scopes', () => {
  it('lets each scope do what every lower one does, and nothing higher', () => {
    for (const [height, held] of SCOPES.entries()) {
      for (const [wanted, needed] of SCOPES.entries()) expect(suffices(held, needed)).toBe(height >= wanted);
    }
  });

  it('takes the lower of two, and nothing as soon as one is missing', () => {
    expect(lowerOf('SYSTEM_ADMIN', 'READ')).toBe('READ');
    expect(lowerOf('READ', 'SYSTEM_ADMIN')).toBe('READ');
    expect(lowerOf('WRITE', null)).toBeNull();
    expect(lowerOf(null, 'WRITE')).toBeNull();
  });

  it('finds the highest of several', () => {
    expect(highestOf(['READ', 'ADMIN', 'WRITE'])).toBe('ADMIN');
    expect(highestOf([])).toBeNull();
    expect(upTo('ADMIN')).toEqual(['READ', 'WRITE', 'ADMIN']);
  });

  it('reads and writes the wire form', () => {
    expect(parseScopes('WRITE READ WRITE')).toEqual({ scopes: ['READ', 'WRITE'], unknown: null });
    expect(parseScopes('READ read:jira-work')).toEqual({ scopes: ['READ'], unknown: 'read:jira-work' });
    expect(parseScopes('  READ   WRITE ')).toEqual({ scopes: ['READ', 'WRITE'], unknown: null });
    expect(parseScopes('')).toEqual({ scopes: [], unknown: null });
    expect(parseScopes('read').unknown).toBe('read');
    expect(parseScopes('constructor').unknown).toBe('constructor');
    expect(formatScopes(['ADMIN', 'READ'])).toBe('READ ADMIN');
    expect(inOrder(['WRITE', 'WRITE'])).toEqual(['WRITE']);
  });
});
