import fc from 'fast-check';
import { type Level, lower, type Proof } from './link.model.js';
import type { Withdrawal } from './link.host.js';
import type { LinkSystem } from './link.system.js';
import { passes } from './lifetimes.js';
import type { World } from './world.js';

/** One thing that happens. */
export interface Step {
  readonly toString: () => string;
  readonly take: (system: LinkSystem, world: World) => Promise<void>;
}

type Fields = Record<string, fc.Arbitrary<unknown>>;
type Values<Of extends Fields> = {
  readonly [Name in keyof Of]: Of[Name] extends fc.Arbitrary<infer Value> ? Value : never;
};

function step<Of extends Fields>(
  name: string,
  weight: number,
  fields: Of,
  take: (system: LinkSystem, values: Values<Of>, world: World) => Promise<void>,
) {
  const arbitrary = fc.record(fields).map((values): Step => {
    const words = Object.entries(values).map(([field, value]) => `${field} ${String(value)}`);
    return {
      toString: () => [name, ...words].join(', '),
      take: (system, world) => take(system, values as Values<Of>, world),
    };
  });
  return { arbitrary, weight };
}

export const levels = fc.constantFrom<Level>('WRITE', 'READ');
const which = fc.constantFrom(0, 0, 0, 1, 2, 3);
const person = fc.nat(1);
/** Whose secret counts from the newest: mostly that one. */
const secretAge = fc.constantFrom(0, 0, 0, 0, 0, 1);
const times = fc.constantFrom(1, 1, 1, 2);
const proof = fc.constantFrom<Proof[]>(
  'right',
  'right',
  'right',
  'right',
  'right',
  'wrong verifier',
  'no verifier',
  'other redirect URI',
);
const by = fc.constantFrom<Withdrawal[]>('the person', 'an administrator', 'an administrator for all');
const isOn = fc.boolean();

const newest = (system: LinkSystem, age: number) => Math.max(0, system.secrets - 1 - age);

/** A family by any number; the newest ones first, and nothing where there is none. */
async function of(system: LinkSystem, number: number, take: (index: number) => Promise<void>): Promise<void> {
  const { length } = system.families;
  if (length > 0) await take(length - 1 - (number % length));
}

const anyStep = fc.oneof(
  step(
    'sign in',
    6,
    { person, asked: levels, chosen: levels, proof },
    async (system, { person, asked, chosen, proof }) => {
      if (!(await system.consent(person, asked, lower(asked, chosen)))) return;
      await of(system, 0, (index) => system.exchange(index, newest(system, 0), proof, 1));
      if (proof !== 'right') await of(system, 0, (index) => system.exchange(index, newest(system, 0), 'right', 1));
    },
  ),
  step('consent', 3, { person, asked: levels, chosen: levels }, async (system, { person, asked, chosen }) => {
    await system.consent(person, asked, lower(asked, chosen));
  }),
  step('exchange', 4, { which, proof, secretAge, times }, (system, { which, proof, secretAge, times }) =>
    of(system, which, (index) => system.exchange(index, newest(system, secretAge), proof, times)),
  ),
  step(
    'refresh',
    26,
    {
      which,
      age: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, 1, 2),
      scope: fc.constantFrom<(Level | null)[]>(null, null, 'READ', 'WRITE'),
      secretAge,
      times,
    },
    (system, { which, age, scope, secretAge, times }) =>
      of(system, which, (index) => system.refresh(index, newest(system, secretAge), age, scope, times)),
  ),
  step('pass seconds', 9, { seconds: fc.constantFrom(...passes) }, async (_, { seconds }, { wiki }) => {
    wiki.clock.advance(seconds * 1000);
  }),
  step('use on', 2, { which }, async (system, { which }, { wiki }) => {
    for (let round = 0; round < 3; round++) {
      wiki.clock.advance(45_000);
      await of(system, which, (index) => system.refresh(index, newest(system, 0), 0, null, 1));
    }
  }),
  step(
    'revoke',
    1,
    { which, by: fc.constantFrom('access', 'refresh'), secretAge },
    (system, { which, by, secretAge }) =>
      of(system, which, (index) => system.revoke(index, newest(system, secretAge), by)),
  ),
  step('withdraw', 2, { by, person }, (system, { by, person }) => system.host.withdraw(by, person)),
  step('enable', 3, { isOn }, (system, { isOn }) => system.host.setEnabled(isOn)),
  step('delete', 1, {}, (system) => system.host.delete()),
  step('activate', 4, { person, isOn }, (system, { person, isOn }) => system.host.setActive(person, isOn)),
  step('make writer', 3, { person, isOn }, (system, { person, isOn }) => system.host.setWriter(person, isOn)),
  step('pause', 3, { isOn }, (system, { isOn }) => system.host.setPaused(isOn)),
  step('create secret', 4, { overlap: fc.constantFrom(0, 5, 30) }, (system, { overlap }) =>
    system.host.createSecret(overlap),
  ),
  step('end secret', 1, { secretAge }, (system, { secretAge }) => system.host.endSecret(newest(system, secretAge))),
  step('clean', 2, {}, (_, __, world) => world.clean()),
);

/** All that happens to a link, in any order. As many steps as they come: fast-check would begin with short ones, in which little happens. */
export const steps: fc.Arbitrary<Step[]> = fc.noBias(fc.array(anyStep, { minLength: 1, maxLength: 30, size: 'max' }));
