import fc from 'fast-check';
import { wellFormed } from './well-formed.js';

const names = fc.oneof(
  { arbitrary: fc.constantFrom('client_id', 'client_secret', 'grant_type', 'code', 'redirect_uri'), weight: 5 },
  fc.constantFrom('refresh_token', 'code_verifier', 'scope', 'token', 'state', '__proto__', 'constructor', 'toString'),
  fc.constantFrom('client_id[a]', 'client_id[]', 'code.x', '', ' ', '\u0000', '"', '\ud800'),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

const values = fc.oneof(
  fc.constantFrom(
    'authorization_code',
    'refresh_token',
    'client_credentials',
    'READ',
    'dbr_ac_x',
    'dbr_rt_',
    '',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ minLength: 43, maxLength: 130 }),
);

/** A form as a body parser hands it over, with what should not be in it. */
export const formBodies = fc.oneof(
  fc.dictionary(names, fc.oneof({ arbitrary: values, weight: 8 }, fc.anything({ maxDepth: 1 }))),
  fc.anything({ maxDepth: 2 }),
);

const escapes = fc.constantFrom(encodeURIComponent, (text: string) => text);
const safely = (escape: (text: string) => string, text: string) => escape(wellFormed(text));

/** A form as it goes over the wire, from proper ones to bytes. */
export const wireBodies = (known: readonly (readonly [string, string])[]): fc.Arbitrary<Buffer> => {
  const pairs = fc.oneof(fc.constantFrom(...known), fc.tuple(names, values));
  const form = fc.array(fc.tuple(escapes, pairs), { maxLength: 8 }).map((all) => {
    return all.map(([escape, [name, value]]) => `${safely(escape, name)}=${safely(escape, value)}`).join('&');
  });
  const bytes = fc.uint8Array({ maxLength: 64 }).map((all) => Buffer.from(all));
  return fc.oneof(
    { arbitrary: form.map((text) => Buffer.from(text)), weight: 6 },
    bytes,
    fc.json().map((text) => Buffer.from(text)),
  );
};

/** Authorization headers that may stand in a request at all. */
export const basicHeaders = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => `Basic ${Buffer.from(text).toString('base64')}`),
  fc.tuple(values, values).map(([id, secret]) => `basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`),
  fc.uint8Array().map((bytes) => `Basic ${Buffer.from(bytes).toString('base64')}`),
  fc.string().map((text) => `Basic ${text.trim()}`),
  fc.string().map((text) => text.trim()),
);
