import fc from 'fast-check';

const pieces = fc.constantFrom(
  ...['https://', 'http://', 'HTTPS://', 'javascript:', 'data:', 'com.example.app:', 'myapp:', '//', '/', '\\', '?'],
  ...['#', '@', ':', '%', '%2f', '%00', '*', '[::1]', '127.0.0.1', '127.1', '0x7f000001', 'localhost', '::', ';'],
  ...['app.example.com', 'evil.example', 'user:pw', ':80', ':65535', ':65536', ':0', '/callback', '/..', '.', ' '],
  ...['\t', '\n', '\u0000', '\u2028', 'ä', '\ud800', '%ff', 'a=b', '&', "'", '"', '<', '\u202e', 'x'.repeat(2000)],
);

/** Texts in the field of a redirect URI, from proper ones to nonsense. */
export const redirectUris = fc.oneof(
  fc.webUrl({ validSchemes: ['https', 'http'], withQueryParameters: true, withFragments: true }),
  fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('https://', 'http://127.0.0.1', 'com.example.app:/'), fc.string({ unit: 'binary' }))
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
);

const registered = fc.constantFrom(
  ...['https://app.example.com/callback', 'https://app.example.com:8443/cb?tenant=1', 'http://127.0.0.1/cb'],
  ...['http://127.0.0.1:3000/cb?x=1', 'http://[::1]/cb', 'http://[::1]', 'http://127.0.0.1', 'com.example.app:/cb'],
);

/** A registered redirect URI, and what somebody made of it: now and then nothing, mostly one or two small changes. */
export const tampered = registered.chain((uri) => {
  const position = fc.nat(uri.length);
  const edit = fc.record({ position, drop: fc.nat(2), insert: fc.oneof(pieces, fc.constant(''), fc.string()) });
  const sent = fc.array(edit, { maxLength: 2 }).map((edits) =>
    edits.reduce((text, edit) => {
      return text.slice(0, edit.position) + edit.insert + text.slice(edit.position + edit.drop);
    }, uri),
  );
  const port = fc.oneof(fc.nat(99_999).map(String), fc.string({ maxLength: 6 }));
  const atPort = port.map((text) => uri.replace(/^(http:\/\/[^/]*[1\]])(:\d+)?/, `$1:${text}`));
  return fc.record({ registered: fc.constant(uri), sent: fc.oneof(sent, atPort) });
});
