import { Logger } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it, vi } from 'vitest';
import { type ProviderEvents } from '../events/provider-events.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type CleanedBatch, type CleaningBatches } from './cleaning-batches.service.js';
import { beginning } from './cleaning-progress.js';
import { type CleaningTurns } from './cleaning-turns.service.js';
import { Cleaning } from './cleaning.service.js';

class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}

/** Two batches of 20 milliseconds each; answers how long it rested between them. */
async function restBetween(options: OAuthProviderOptions): Promise<number> {
  vi.spyOn(Logger.prototype, 'log').mockImplementation(() => undefined);
  const times: (readonly [began: number, ended: number])[] = [];
  const next = async (): Promise<CleanedBatch> => {
    const began = performance.now();
    await sleep(20);
    times.push([began, performance.now()]);
    return { removed: 0, last: times.length === 1 ? ['key'] : null };
  };
  const turns = {
    take: async () => ({ ...beginning, table: 'events' as const }),
    ...{ keep: async () => true, giveBack: async () => undefined, finish: async () => undefined },
  };
  const batches = { next } as unknown as CleaningBatches;
  const cleaning = new Cleaning(turns as unknown as CleaningTurns, batches, options, new SystemClock(), {
    tell: () => undefined,
  } as unknown as ProviderEvents);
  await cleaning.clean();
  const [first, second] = times;
  return (second?.[0] ?? NaN) - (first?.[1] ?? NaN);
}

it('rests far longer than a batch took, so that requests do not feel it', async () => {
  expect(await restBetween(new OAuthProviderOptions({ cleaningPauseMilliseconds: 1 }))).toBeGreaterThan(20 * 40);
});

it('rests for as long as the host wants where that is longer', async () => {
  expect(await restBetween(new OAuthProviderOptions({ cleaningPauseMilliseconds: 1500 }))).toBeGreaterThan(1400);
});

it('rests not at all where the host wants none', async () => {
  expect(await restBetween(new OAuthProviderOptions({ cleaningPauseMilliseconds: 0 }))).toBeLessThan(20 * 40);
});
