import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldsOfHtml, fieldsOfJson } from './given-fields.js';
import { InvalidLinkException } from './invalid-link.exception.js';
import { type GivenFields, LinkForm } from './link-form.js';

const good: GivenFields = {
  name: '  Field notes ',
  redirectUris: ['https://app.example/back'],
  scopes: ['WRITE', 'READ', 'READ'],
  version: 1,
};

const check = async (given: GivenFields) => new LinkForm(given, false).check();
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

  it('reads the page: one URL a line, one permission with those below it', () => {
    const body = {
      name: 'N',
      redirectUris: ' https://a.example/ \r\n\r\nhttps://b.example/',
      scope: 'ADMIN',
      version: '7',
    };
    expect(fieldsOfHtml(body)).toMatchObject({
      redirectUris: ['https://a.example/', 'https://b.example/'],
      scopes: ['READ', 'WRITE', 'ADMIN'],
      pkceRequired: false,
      version: 7,
    });
    expect(fieldsOfHtml({ scope: ['READ'], version: '1e9' })).toMatchObject({ scopes: [], version: undefined });
  });
});
