import fc from 'fast-check';

const escapes = fc.constantFrom('%20', '+', '%', '%ff', '%00', '%2');
const statesOf = (highest: number) => {
  const codes = fc.integer({ min: 0x21, max: highest }).filter((code) => code !== 0x26 && code !== 0x23);
  const character = codes.map((code) => String.fromCharCode(code));
  return fc.array(fc.oneof(character, escapes)).map((parts) => parts.join(''));
};

/** States as a platform might hand them over: any byte, escapes whole and broken. */
export const rawStates = statesOf(0xff);

/** Those that Node's own parser lets through to the platform. */
export const sentStates = statesOf(0x7e);

/** The bytes that a raw parameter stands for. */
export const bytesOf = (raw: string): string =>
  raw.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
