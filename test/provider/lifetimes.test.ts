import { Lifetimes, type OAuthProviderOptions } from 'nestjs-drawbridge/oauth-provider';
import { afterEach, describe, expect, it } from 'vitest';
import { SmallHost } from './small-host.js';

let host: SmallHost;
const start = async (options: Partial<OAuthProviderOptions> = {}) => {
  host = await SmallHost.start(options);
  return host.get(Lifetimes);
};
const none = { accessTokenSeconds: null, refreshTokenSeconds: null, familySeconds: null };

afterEach(() => host.close());

describe('the lifetimes of a client', () => {
  it('are the general ones where it has none, and where it is gone', async () => {
    const lifetimes = await start({ accessTokenSeconds: 60, refreshTokenSeconds: 600 });
    const general = { accessTokenSeconds: 60, refreshTokenSeconds: 600, familySeconds: Infinity };
    expect(lifetimes.of(none)).toEqual(general);
    expect(lifetimes.of(null)).toEqual(general);
    expect(lifetimes.of(undefined)).toEqual(general);
    expect(lifetimes.general).toEqual({ ...general, familySeconds: null });
    expect(lifetimes.own(none)).toEqual(none);
  });

  it('are its own within the bounds of the host', async () => {
    const lifetimes = await start({
      accessTokenSeconds: 60,
      refreshTokenSeconds: 600,
      longestAccessTokenSeconds: 120,
      longestRefreshTokenSeconds: 1200,
      familySeconds: 6000,
    });
    expect(lifetimes.bounds).toEqual({
      accessTokenSeconds: [1, 120],
      refreshTokenSeconds: [1, 1200],
      familySeconds: [60, 6000],
    });
    const shorter = { accessTokenSeconds: 10, refreshTokenSeconds: 100, familySeconds: 1000 };
    expect(lifetimes.of(shorter)).toEqual(shorter);
    const longer = { accessTokenSeconds: 121, refreshTokenSeconds: 1201, familySeconds: 6001 };
    expect(lifetimes.of(longer)).toEqual({ accessTokenSeconds: 120, refreshTokenSeconds: 1200, familySeconds: 6000 });
    expect(lifetimes.own({ ...none, familySeconds: 6001 })).toEqual({ ...none, familySeconds: 6000 });
  });

  it('P9 count for its tokens, and again when they change', async () => {
    await start({ familySeconds: 6000 });
    const app = await host.register({ accessTokenSeconds: 10, refreshTokenSeconds: 100, familySeconds: 150 });
    const first = await host.exchange(app, await host.code(app));
    expect(first.expires_in).toBe(10);
    host.clock.advance(99_999);
    const second = await host.refresh(app, first.refresh_token);
    host.clock.advance(50_000);
    expect((await host.refresh(app, second.refresh_token)).expires_in).toBe(1);
    host.clock.advance(1);
    const other = await host.exchange(app, await host.code(app));
    host.clock.advance(100_000);
    await expect(host.refresh(app, other.refresh_token)).rejects.toThrow('The refresh token has expired');
  });
});
