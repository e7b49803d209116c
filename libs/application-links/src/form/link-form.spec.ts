import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOfHtml, fieldsOfJson } from './given-fields.js';
import { InvalidLinkException } from './invalid-link.exception.js';
import { type GivenFields, LinkForm } from './link-form.js';
import { type LinkRules } from './link-rules.service.js';

const rules: LinkRules = {
  allowInsecureHttp: false,
  lifetimes: { accessTokenSeconds: [1, 3600], refreshTokenSeconds: [1, 7_776_000], familySeconds: [60, 864_000] },
};

const good: GivenFields = {
  name: '  Field notes ',
  redirectUris: ['https://app.example/back'],
  scopes: ['WRITE', 'READ', 'READ'],
  version: 1,
};

const check = async (given: GivenFields) => new LinkForm(given, rules).check();
const faults = async (given: GivenFields) =>
  check(given).then(
    () => [],
    (error: unknown) => (error as InvalidLinkException).problems.map(({ field }) => field),
  );

describe('the form of a link', () => {
  it('fills in what was left out, trims, and puts scopes in order', async () => {
    expect(await check(good)).toEqual({
      name: 'Field notes',
      description: '',
      clientType: 'confidential',
      scopes: ['READ', 'WRITE'],
      redirectUris: ['https://app.example/back'],
      pkceRequired: false,
      plainPkceAllowed: false,
      mayIntrospectAll: false,
      accessTokenSeconds: null,
      refreshTokenSeconds: null,
      familySeconds: null,
      rememberConsent: false,
      enabled: true,
      version: 1,
    });
  });

  it('names every field that is not right, once each', async () => {
    expect(await faults({})).toEqual(['name', 'scopes', 'redirectUris', 'version']);
  });

  it('judges redirect URLs by the client type', async () => {
    const redirectUris = ['http://127.0.0.1/back'];
    expect(await faults({ ...good, redirectUris })).toEqual(['redirectUris']);
    expect(await faults({ ...good, redirectUris, clientType: 'public' })).toEqual([]);
  });

  it('keeps lifetimes within the host’s bounds, and says which and what they are', async () => {
    const own = { accessTokenSeconds: 3600, refreshTokenSeconds: 1, familySeconds: 60 };
    expect(await check({ ...good, ...own })).toMatchObject(own);
    for (const [field, values] of Object.entries({
      accessTokenSeconds: [0, 3601, 1.5, '60', Number.NaN, Infinity, -1, [60], true],
      refreshTokenSeconds: [0, 7_776_001],
      familySeconds: [59, 864_001],
    })) {
      for (const value of values) expect(await faults({ ...good, [field]: value }), String(value)).toEqual([field]);
    }
    const sentence = 'An access token of a link lasts from 1 second to 1 hour (3600 seconds).';
    await expect(check({ ...good, accessTokenSeconds: 7200 })).rejects.toThrow(sentence);
  });

  it('reads a lifetime from the page in the unit that was chosen', async () => {
    const read = (accessTokenSeconds: unknown, accessTokenSecondsUnit: unknown = 'minutes') =>
      fieldsOfHtml({ accessTokenSeconds, accessTokenSecondsUnit }).accessTokenSeconds;
    expect([read('30'), read(' 2 ', 'hours'), read(''), read(undefined)]).toEqual([1800, 7200, null, null]);
    for (const [amount, unit] of [
      ['1.5', 'hours'],
      ['-1', 'hours'],
      ['1e3', 'seconds'],
      ['9'.repeat(10), 'days'],
      ['1', 'toString'],
      ['1', ''],
    ]) {
      const accessTokenSeconds = read(amount, unit);
      expect(await faults({ ...good, accessTokenSeconds }), `${amount ?? ''} ${unit ?? ''}`).toEqual([
        'accessTokenSeconds',
      ]);
    }
  });

  it.each(['plainPkceAllowed', 'mayIntrospectAll'])('allows %s to confidential applications only', async (field) => {
    expect(await check({ ...good, [field]: true })).toMatchObject({ [field]: true });
    expect(await faults({ ...good, [field]: true, clientType: 'public' })).toEqual([field]);
    expect(await faults({ ...good, [field]: 'yes' })).toEqual([field]);
  });

  it('P17 lets consent be remembered for confidential applications only', async () => {
    expect(await faults({ ...good, rememberConsent: true })).toEqual([]);
    expect(await faults({ ...good, rememberConsent: true, clientType: 'public' })).toEqual(['rememberConsent']);
    expect(await faults({ ...good, rememberConsent: 'yes' })).toEqual(['rememberConsent']);
  });

  it('allows several lines in a description, and no other control characters', async () => {
    expect(await faults({ ...good, description: 'one\ntwo\tthree' })).toEqual([]);
    expect(await faults({ ...good, description: 'one\u0007' })).toEqual(['description']);
  });

  it('P20 answers anything at all with settings or with problems', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), async (body) => {
        await check(fieldsOfJson(body)).catch((error: unknown) => expect(error).toBeInstanceOf(InvalidLinkException));
      }),
    );
    const field = fc.anything();
    const fields = fc.record({
      name: field,
      redirectUris: field,
      scopes: fc.oneof(field, fc.array(field)),
      version: field,
    });
    await fc.assert(
      fc.asyncProperty(fields, async (given) => {
        await check(given).catch((error: unknown) => expect(error).toBeInstanceOf(InvalidLinkException));
      }),
    );
  });

  it('reads the page: one URL an input, one permission with those below it', () => {
    const body = {
      name: 'N',
      redirectUris: [' https://a.example/ ', '', 'https://b.example/'],
      scope: 'ADMIN',
      version: '7',
    };
    expect(fieldsOfHtml(body)).toMatchObject({
      redirectUris: ['https://a.example/', 'https://b.example/'],
      scopes: ['READ', 'WRITE', 'ADMIN'],
      pkceRequired: false,
      rememberConsent: false,
      version: 7,
    });
    expect(fieldsOfHtml({ scope: ['READ'], version: '1e9' })).toMatchObject({ scopes: [], version: undefined });
  });
});
