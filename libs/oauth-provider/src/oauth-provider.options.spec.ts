import { describe, expect, it } from 'vitest';
import { OAuthProviderOptions } from './oauth-provider.options.js';

describe('the settings', () => {
  it('have defaults, also for what is given as undefined', () => {
    expect(new OAuthProviderOptions({ codeSeconds: undefined })).toMatchObject({ codeSeconds: 60, replaySeconds: 10 });
  });

  it('let a link shorten the general lifetimes and not lengthen them, unless they say otherwise', () => {
    expect(new OAuthProviderOptions({ accessTokenSeconds: 60, refreshTokenSeconds: 600 })).toMatchObject({
      longestAccessTokenSeconds: 60,
      longestRefreshTokenSeconds: 600,
      longestFamilySeconds: 315_360_000,
    });
    const given = { familySeconds: 3600, longestFamilySeconds: 7200 };
    expect(new OAuthProviderOptions(new OAuthProviderOptions(given))).toMatchObject(given);
    expect(new OAuthProviderOptions({ familySeconds: 3600 }).longestFamilySeconds).toBe(3600);
  });

  it.each([
    [{ longestAccessTokenSeconds: 3599 }, 'accessTokenSeconds, which is 3600'],
    [{ refreshTokenSeconds: 60, longestRefreshTokenSeconds: 59 }, 'refreshTokenSeconds, which is 60'],
    [{ familySeconds: 3600, longestFamilySeconds: 3599 }, 'familySeconds, which is 3600'],
    [{ longestFamilySeconds: 3600 }, 'familySeconds, which is not set'],
  ])('refuse to boot with %j, which would give a link less than all have', (options, why) => {
    expect(() => new OAuthProviderOptions(options)).toThrow(why);
  });

  it.each([
    { codeSeconds: 601 },
    { codeSeconds: 0 },
    { accessTokenSeconds: 1.5 },
    { refreshTokenSeconds: Number.NaN },
    { replaySeconds: -1 },
    { failuresPerClient: 0 },
    { failuresPerNetwork: 1_000_001 },
    { failureWindowSeconds: 3601 },
    { familySeconds: 59 },
    { longestAccessTokenSeconds: 86_401 },
    { longestRefreshTokenSeconds: Number.NaN },
    { longestFamilySeconds: 315_360_001 },
    { rememberConsentSeconds: 59 },
    { cleaningSeconds: -1 },
    { cleaningBatch: 0 },
    { cleaningPauseMilliseconds: 60_001 },
    { keepEndedSeconds: 59 },
    { keepUsageDays: 0 },
    { keepEventsDays: -1 },
    { keepEventsDays: 36_601 },
  ])('refuse to boot with %j, and say the bounds', (options) => {
    const [name = ''] = Object.keys(options);
    expect(() => new OAuthProviderOptions(options)).toThrow(new RegExp(`${name} is .* from \\d+ to \\d+`));
  });
});
