/**
 * A path as a `Location` header can carry it: everything outside printable ASCII, and a backslash, percent-encoded in
 * UTF-8; half a surrogate pair becomes U+FFFD. What is encoded already stays as it is.
 */
export const headerPath = (path: string): string =>
  path.replace(/[^\x21-\x5b\x5d-\x7e]+/g, (part) =>
    Array.from(Buffer.from(part), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
