import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRegistered, redirectUriProblem } from '../../libs/oauth-provider/src/clients/redirect-uri.js';
import { cases } from './cases.js';
import { redirectUris, tampered } from './redirect-uri.arbitrary.js';

const clientType = fc.constantFrom('confidential' as const, 'public' as const);
const rules = fc.record({ clientType, allowInsecureHttp: fc.boolean() });
const onDevice = (uri: string) => /^http:\/\/(127\.0\.0\.1|\[::1\])(:\d+)?([/?]|$)/.test(uri);
const withoutPort = (uri: string) => uri.replace(/^(http:\/\/[^/?]*?):\d+(?=[/?]|$)/, '$1');

describe('P16 redirect URIs of any kind', () => {
  it('are registered only when they are absolute, harmless and protected on their way', () => {
    const property = fc.property(redirectUris, rules, (uri, { clientType, allowInsecureHttp }) => {
      if (redirectUriProblem(uri, { clientType, allowInsecureHttp }) !== null) return;
      expect(uri).toMatch(/^[\x21-\x7e]{1,1994}$/);
      expect(uri).not.toMatch(/[#"<>\\^`{|}]/);
      const { protocol, username, password, hostname } = new URL(uri);
      expect([username, password]).toEqual(['', '']);
      if (protocol === 'https:' || protocol === 'http:') {
        expect(hostname).toMatch(/^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/);
        expect(uri.split(/[/?]/)[2]).not.toContain('@');
      }
      const isProtected = protocol === 'https:' || (protocol === 'http:' && allowInsecureHttp);
      const isOwn = protocol.includes('.') || (protocol === 'http:' && onDevice(uri));
      expect(isProtected || (clientType === 'public' && isOwn)).toBe(true);
    });
    fc.assert(property, cases('pure'));
  });

  it('match to the letter, but for the port of a loopback address of a public client', () => {
    const property = fc.property(tampered, clientType, ({ registered, sent }, type) => {
      const sameButPort = onDevice(sent) && onDevice(registered) && withoutPort(sent) === withoutPort(registered);
      const { port = '' } = URL.canParse(sent) ? new URL(sent) : {};
      const isSame = sent === registered || (type === 'public' && sameButPort && Number(port) <= 65_535);
      if (isRegistered(sent, { type, redirectUris: [registered] })) {
        expect(isSame).toBe(true);
        if (!URL.canParse(registered)) return;
        expect(new URL(sent).hostname).toBe(new URL(registered).hostname);
        expect(new URL(sent).pathname).toBe(new URL(registered).pathname);
      } else {
        expect(sent).not.toBe(registered);
      }
    });
    fc.assert(property, cases('pure'));
  });
});
