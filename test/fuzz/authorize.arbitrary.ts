import fc from 'fast-check';
import { sentStates } from './state.arbitrary.js';
import { wellFormed } from './well-formed.js';
import { scopeTexts } from './scope.arbitrary.js';
import { tampered } from './redirect-uri.arbitrary.js';

/** One parameter of a request's address, still encoded; a name may be spelled with escapes. */
export type RawPair = readonly [name: string, value: string];

const encoded = (texts: fc.Arbitrary<string>) => texts.map((text) => encodeURIComponent(wellFormed(text)));
const junk = encoded(fc.string({ unit: 'binary', maxLength: 12 }));
const escapeFirst = (name: string) => `%${name.charCodeAt(0).toString(16)}${name.slice(1)}`;

/** Requests for authorization around a proper one: parameters changed, left out, repeated, spelled oddly, in any order. */
export const authorizeQueries = (proper: {
  readonly clientId: string;
  readonly redirectUri: string;
}): fc.Arbitrary<readonly RawPair[]> => {
  const clientIds = fc.constantFrom(proper.clientId, proper.clientId.toUpperCase(), '0'.repeat(32), '');
  const uris = tampered.map(({ sent }) => sent);
  const fields: Record<string, readonly [usual: fc.Arbitrary<string>, odd: fc.Arbitrary<string>]> = {
    client_id: [fc.constant(proper.clientId), fc.oneof(clientIds, junk)],
    redirect_uri: [encoded(fc.constant(proper.redirectUri)), fc.oneof(encoded(uris), junk)],
    response_type: [fc.constant('code'), fc.oneof(fc.constantFrom('token', 'code%20token', 'CODE', ''), junk)],
    scope: [encoded(scopeTexts), junk],
    state: [sentStates, junk],
    code_challenge: [fc.constant('c'.repeat(43)), fc.oneof(fc.constantFrom('c'.repeat(42), ''), junk)],
    code_challenge_method: [fc.constantFrom('S256', 's256', 'sha256'), fc.oneof(fc.constantFrom('plain', ''), junk)],
    prompt: [fc.constantFrom('consent', 'none'), junk],
  };
  const pairs = Object.entries(fields).map(([name, [usual, odd]]) => {
    const spelling = fc.oneof({ arbitrary: fc.constant(name), weight: 30 }, fc.constant(escapeFirst(name)));
    const pair = fc.tuple(spelling, fc.oneof({ arbitrary: usual, weight: 20 }, odd));
    const isNeeded = ['client_id', 'redirect_uri', 'response_type'].includes(name);
    const one = { arbitrary: pair.map((only) => [only]), weight: isNeeded ? 30 : 4 };
    return fc.oneof(one, fc.constant([]), fc.tuple(pair, pair));
  });
  const strangers = fc.array(fc.tuple(junk, junk), { maxLength: 1 });
  return fc
    .tuple(...pairs, strangers)
    .map((all): RawPair[] => all.flat())
    .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }));
};
