import { describe, expect, it } from 'vitest';
import { OAuthProviderOptions } from './oauth-provider.options.js';

describe('the settings', () => {
  it('have defaults, also for what is given as undefined', () => {
    expect(new OAuthProviderOptions({ codeSeconds: undefined })).toMatchObject({ codeSeconds: 60, replaySeconds: 10 });
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
