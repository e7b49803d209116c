import { ClientSecret } from 'nestjs-drawbridge/oauth-provider';
import { describe, expect, it } from 'vitest';
import { rotationOf } from './rotation.js';

const hour = 3_600_000;
const secret = (createdAt: number, lastUsedAt: number | null) => ({
  secret: Object.assign(new ClientSecret(), { createdAt, lastUsedAt, expiresAt: null }),
  uses: [],
});
const linked = { quietSeconds: 3600, linkedAt: 0 };
const stateOf = (now: number, ...secrets: ReturnType<typeof secret>[]) => rotationOf(secrets, linked, now).state;

describe('a rotation', () => {
  it('has nothing to go on with where no secret is left', () => {
    expect(stateOf(hour)).toBe('none');
  });

  it('has not begun while the first secret is the only one', () => {
    expect(stateOf(hour, secret(0, 1))).toBe('settled');
  });

  it('is finished when a later one is the only one and in use', () => {
    expect(stateOf(hour, secret(1, 2))).toBe('finished');
    expect(stateOf(hour, secret(1, null))).toBe('put');
  });

  it.each([[[secret(5, null)]], [[secret(5, null), secret(0, 4)]]])(
    'waits for the newest secret to be put into the application, whatever else is used',
    (secrets) => {
      expect(stateOf(9 * hour, ...secrets)).toBe('put');
    },
  );

  it('watches an older secret for as long as an access token lives after its last use', () => {
    const used = [secret(5, 10), secret(0, 7)];
    expect(stateOf(7 + hour, ...used)).toBe('watch');
    expect(stateOf(8 + hour, ...used)).toBe('quiet');
  });

  it('watches from when there is a newer one, where the older one was never used', () => {
    expect(stateOf(5 + hour, secret(5, 10), secret(0, null))).toBe('watch');
    expect(stateOf(6 + hour, secret(5, 10), secret(0, null))).toBe('quiet');
  });

  it('counts the latest use of all that are older', () => {
    const used = [secret(9, 10), secret(5, 7), secret(0, 8)];
    expect(rotationOf(used, linked, 8 + hour)).toMatchObject({ state: 'watch', olderUsedAt: 8 });
    expect(rotationOf([secret(9, 10), secret(5, null)], linked, 8)).toMatchObject({ olderUsedAt: null });
  });
});
