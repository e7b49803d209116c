import { randomBytes } from 'node:crypto';
import { type TicketSubject } from 'nestjs-drawbridge/host';
import { type DataSource } from 'typeorm';
import { describe, expect, it } from 'vitest';
import { DerivedKeys } from '../tokens/derived-keys.service.js';
import { StoredFormTickets } from './stored-form-tickets.service.js';

const key = { id: 'k', secret: randomBytes(32) };
const keys = new DerivedKeys({ all: () => [key] });
const stored = new Map<string, number>();
const manager = {
  async insert(_entity: unknown, { digest, expiresAt }: { digest: string; expiresAt: number }) {
    if (stored.has(digest)) throw new Error('unique');
    stored.set(digest, expiresAt);
  },
  existsBy: async (_entity: unknown, { digest }: { digest: string }) => stored.has(digest),
};
let now = 0;
const node = () => new StoredFormTickets({ manager } as unknown as DataSource, keys, { now: () => now });
const tickets = node();

const person = { userId: 'ann', sessionId: 's1' };
const subject: TicketSubject = { purpose: 'consent', person, shown: ['a', 'b'] };

describe('a form ticket', () => {
  it.each<[string, TicketSubject]>([
    ['purpose', { ...subject, purpose: 'revoke' }],
    ['session', { ...subject, person: { ...person, sessionId: 's2' } }],
    ['person', { ...subject, person: { ...person, userId: 'bob' } }],
    ['content', { ...subject, shown: ['a'] }],
    ['order', { ...subject, shown: ['b', 'a'] }],
  ])('P17 is good for nothing with another %s', async (_, other) => {
    expect(await tickets.redeem(await tickets.issue(subject), other)).toBe('forged');
  });

  it('P17 is good once, for an hour, and not for a script', async () => {
    const ticket = await tickets.issue(subject);
    expect(await tickets.checkForSession(ticket, person)).toBe('forged');
    now += 3_600_000;
    expect(await tickets.redeem(ticket, subject)).toBe('expired');
  });

  it('P22 that was redeemed is used up on every node and after a restart', async () => {
    const ticket = await tickets.issue(subject);
    expect(await tickets.redeem(ticket, subject)).toBeNull();
    expect(await node().redeem(ticket, subject)).toBe('used');
  });

  it('P24 is kept as used until it would have expired', async () => {
    stored.clear();
    await tickets.redeem(await tickets.issue(subject), subject);
    expect([...stored.values()]).toEqual([now + 3_600_000]);
  });

  it('P22 is not taken for used when the database fails', async () => {
    const failing = { insert: () => Promise.reject(new Error('away')), existsBy: async () => false };
    const elsewhere = new StoredFormTickets({ manager: failing } as unknown as DataSource, keys, { now: () => now });
    await expect(elsewhere.redeem(await tickets.issue(subject), subject)).rejects.toThrow('away');
  });

  it('P10 is good under a key that has been replaced since', async () => {
    const newer = { id: 'newer', secret: randomBytes(32) };
    const rotated = new DerivedKeys({ all: () => [newer, key] });
    const after = new StoredFormTickets({ manager } as unknown as DataSource, rotated, { now: () => now });
    expect(await after.redeem(await tickets.issue(subject), subject)).toBeNull();
    expect(await after.redeem(await after.issue(subject), subject)).toBeNull();
  });

  it('is taken from a node that runs the version before this one', async () => {
    const fixed = new DerivedKeys({ all: () => [{ id: 'k', secret: Buffer.alloc(32, 7) }] });
    const newer = new StoredFormTickets({ manager } as unknown as DataSource, fixed, { now: () => 0 });
    const form = '255s0.dyPx57V8Wo-apXd7nmc3OA.3B91owjQJFTEeD7Y4tLpu7dj7RlcxlG5fObWhpLT-nU';
    expect(await newer.redeem(form, subject)).toBeNull();
    const script = 'ppxc0.Npvl44ZnusrftXYRgcXbew.qC_rY8sjvwvsy0tKMODYLwy08TUnFiFKz2X0cNby06I';
    expect(await newer.checkForSession(script, person)).toBeNull();
  });
});

describe("the ticket of a page's script", () => {
  it('P17 is good for its person in its session, for twelve hours', async () => {
    const ticket = await tickets.issueForSession(person);
    expect(await tickets.checkForSession(ticket, person)).toBeNull();
    expect(await tickets.checkForSession(ticket, { ...person, sessionId: 's2' })).toBe('forged');
    expect(await tickets.checkForSession(ticket, { ...person, userId: 'bob' })).toBe('forged');
    expect(await tickets.checkForSession(undefined, person)).toBe('missing');
    now += 12 * 3_600_000;
    expect(await tickets.checkForSession(ticket, person)).toBe('expired');
  });
});
