import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki, unthrottled } from '../support/start-wiki.js';
import { lifetimes } from './link.model.js';
import { LinkSystem } from './link.system.js';

// A failure names its seed: `npm run model -- --seed` lives the same lives again.
const numRuns = Number(process.env.PROPERTY_RUNS ?? 12);
const timeout = process.env.PROPERTY_RUNS ? 0 : 120_000;
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2_147_483_648);

const turn = <Name extends string>(name: Name, weight: number) => ({
  arbitrary: fc.record({ name: fc.constant(name), which: fc.nat(), age: fc.constantFrom(0, 0, 0, 1, 1, 2) }),
  weight,
});
const steps = fc.array(
  fc.oneof(
    turn('consent', 5),
    turn('exchange', 8),
    turn('refresh', 14),
    turn('pass time', 8),
    turn('revoke', 1),
    turn('withdraw', 1),
    turn('disable', 1),
    turn('enable', 3),
    turn('delete', 1),
    turn('deactivate', 1),
    turn('activate', 2),
    turn('demote', 1),
    turn('restore', 2),
  ),
  { minLength: 8, maxLength: 25 },
);
type Step = typeof steps extends fc.Arbitrary<(infer One)[]> ? One : never;
const passes = [4, 7, 11, 21, 61, 301];

describe.each(databases)('the life of a link on %s', (database) => {
  let wiki: RunningWiki;

  beforeAll(async () => {
    wiki = await startWiki({ database, config: { oauth: { ...lifetimes, ...unthrottled } } });
  });

  afterAll(() => wiki.close());

  async function take(system: LinkSystem, { name, which, age }: Step): Promise<void> {
    const pick = (indices: readonly number[]) => indices[which % indices.length];
    const [any, held] = [pick(system.indices(false)), pick(system.indices(true))];
    if (name === 'consent') await system.consent();
    if (name === 'exchange' && any !== undefined) await system.exchange(any);
    if (name === 'refresh' && held !== undefined) await system.refresh(held, age);
    if (name === 'revoke' && held !== undefined) await system.revoke(held);
    if (name === 'pass time') wiki.clock.advance((passes[which % passes.length] ?? 0) * 1000);
    if (name === 'withdraw') await system.withdraw();
    if (name === 'disable' || name === 'enable') await system.setEnabled(name === 'enable');
    if (name === 'delete') await system.delete();
    if (name === 'deactivate' || name === 'activate') await system.setActive(name === 'activate');
    if (name === 'demote' || name === 'restore') await system.setWriter(name === 'restore');
  }

  it(
    'P1 P7 P9 P13 lets in whom the model lets in, whatever happens in whatever order',
    async () => {
      const property = fc.asyncProperty(steps, async (all) => {
        const admin = await new HttpSession(wiki.url).signIn('admin');
        const administration = await Administration.of(admin);
        const writer = await new HttpSession(wiki.url).signIn('writer');
        const application = await LinkedApplication.create(wiki.url, admin);
        const system = new LinkSystem(wiki, administration, application, 'writer', writer);
        try {
          await system.consent();
          await system.exchange(0);
          for (const step of all) {
            await take(system, step);
            await system.compare();
          }
        } finally {
          await system.setActive(true);
          await system.setWriter(true);
        }
      });
      await fc.assert(property, { numRuns, seed, endOnFailure: true });
    },
    timeout,
  );
});
