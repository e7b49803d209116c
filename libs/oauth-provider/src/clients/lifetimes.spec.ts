import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type ClientLifetimes, lifetimeNames, Lifetimes } from './lifetimes.service.js';

const none: ClientLifetimes = { accessTokenSeconds: null, refreshTokenSeconds: null, familySeconds: null };
const lifetimes = (options: Partial<OAuthProviderOptions> = {}) => new Lifetimes(new OAuthProviderOptions(options));

describe('the lifetimes of a client', () => {
  it('are the host’s where it has none of its own, or is gone', () => {
    const general = { accessTokenSeconds: 3600, refreshTokenSeconds: 7_776_000, familySeconds: Infinity };
    for (const client of [none, null, undefined]) expect(lifetimes().of(client)).toEqual(general);
    expect(lifetimes({ familySeconds: 60 }).of(none).familySeconds).toBe(60);
    expect(lifetimes().general.familySeconds).toBeNull();
  });

  it('are its own, shorter or longer, one by one', () => {
    const own = { ...none, accessTokenSeconds: 60 };
    expect(lifetimes().of(own)).toMatchObject({ accessTokenSeconds: 60, refreshTokenSeconds: 7_776_000 });
    const host = lifetimes({ accessTokenSeconds: 60, longestAccessTokenSeconds: 600 });
    expect(host.of({ ...none, accessTokenSeconds: 500 }).accessTokenSeconds).toBe(500);
  });

  it('are capped by a bound that the host lowered since, also where they are shown', () => {
    const own = { accessTokenSeconds: 3600, refreshTokenSeconds: null, familySeconds: 7200 };
    const host = lifetimes({ accessTokenSeconds: 60, familySeconds: 3600 });
    expect(host.own(own)).toEqual({ accessTokenSeconds: 60, refreshTokenSeconds: null, familySeconds: 3600 });
    expect(host.of(own)).toMatchObject({ accessTokenSeconds: 60, familySeconds: 3600 });
  });

  it('never outlast what the host allows, whatever is stored', () => {
    const seconds = fc.option(fc.integer({ min: 1, max: 2_147_483_647 }));
    const stored = fc.record({ accessTokenSeconds: seconds, refreshTokenSeconds: seconds, familySeconds: seconds });
    fc.assert(
      fc.property(stored, fc.integer({ min: 60, max: 86_400 }), (client, familySeconds) => {
        const host = lifetimes({ familySeconds });
        for (const name of lifetimeNames) expect(host.of(client)[name]).toBeLessThanOrEqual(host.bounds[name][1]);
      }),
    );
  });
});
