import { Client } from 'nestjs-drawbridge/oauth-provider';
import { describe, expect, it } from 'vitest';
import { ApplicationLinksOptions } from '../application-links.options.js';
import { dayInMilliseconds as day, soon, statusesOf } from './link-status.js';

const now = 1_800_000_000_000;
const bounds = { now, idleDays: 10 };
const used = (ago: number | null, more: Partial<Client> = {}): Client =>
  Object.assign(new Client(), {
    type: 'confidential',
    enabled: true,
    lastUsedAt: ago === null ? null : now - ago,
    ...more,
  });

describe('what is so of a link', () => {
  it('is that it is in use, until its last request is so many days ago', () => {
    expect(statusesOf(used(10 * day - 1), null, bounds)).toEqual([{ kind: 'active' }]);
    expect(statusesOf(used(10 * day), null, bounds)).toEqual([{ kind: 'idle', days: 10 }]);
    expect(statusesOf(used(12 * day - 1), null, bounds)).toEqual([{ kind: 'idle', days: 11 }]);
    expect(statusesOf(used(null), null, bounds)).toEqual([{ kind: 'neverUsed' }]);
  });

  it('is that a secret ends soon, or that none is left where one is needed', () => {
    const secretEnding = (at: number | null) => [{ kind: 'secretEnding', at }, { kind: 'active' }];
    expect(statusesOf(used(0), now + soon, bounds)).toEqual(secretEnding(now + soon));
    expect(statusesOf(used(0), now + soon + 1, bounds)).toEqual([{ kind: 'active' }]);
    expect(statusesOf(used(0), undefined, bounds)).toEqual(secretEnding(null));
    expect(statusesOf(used(0, { type: 'public' }), undefined, bounds)).toEqual([{ kind: 'active' }]);
  });

  it('is never that it is in use while it is disabled', () => {
    expect(statusesOf(used(0, { enabled: false }), null, bounds)).toEqual([{ kind: 'disabled' }]);
    expect(statusesOf(used(null, { enabled: false }), undefined, bounds).map(({ kind }) => kind)).toEqual([
      'disabled',
      'secretEnding',
      'neverUsed',
    ]);
  });
});

describe('after how many days a link is idle', () => {
  it('is a whole number from 1 to 3660, or the module does not start', () => {
    expect(new ApplicationLinksOptions().idleDays).toBe(30);
    expect(new ApplicationLinksOptions({ idleDays: 3660 }).idleDays).toBe(3660);
    for (const idleDays of [0, 3661, 1.5, Number.NaN]) {
      expect(() => new ApplicationLinksOptions({ idleDays })).toThrow(
        `ApplicationLinksModule: idleDays is ${idleDays.toString()}; give a whole number from 1 to 3660.`,
      );
    }
  });
});
