import fc from 'fast-check';
import { type Scope, SCOPES } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { redirectUriProblem } from '../../libs/oauth-provider/src/clients/redirect-uri.js';
import { Administration } from '../support/administration.js';
import { submitConsent } from '../support/consent.js';
import { sqlite } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki, unthrottled } from '../support/start-wiki.js';
import { authorizeQueries } from './authorize.arbitrary.js';
import { cases } from './cases.js';
import { sendRaw } from '../support/raw-request.js';
import { redirectUris } from './redirect-uri.arbitrary.js';
import { scopeTexts } from './scope.arbitrary.js';
import { bytesOf } from './state.arbitrary.js';
import { basicHeaders, wireBodies } from './token-request.arbitrary.js';
import { wellFormed } from './well-formed.js';

const form = 'application/x-www-form-urlencoded';
const heightOf = (scopes: string) => Math.max(...scopes.split(' ').map((scope) => SCOPES.indexOf(scope as Scope)));

describe.each(['express', 'fastify'] as const)('a wiki on %s under requests of any kind', (platform) => {
  let wiki: RunningWiki;
  let writer: HttpSession;
  let administration: Administration;
  let application: LinkedApplication;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform, contextPath: '/confluence', config: { oauth: unthrottled } });
    writer = await new HttpSession(wiki.url).signIn('writer');
    const admin = await new HttpSession(wiki.url).signIn('admin');
    administration = await Administration.of(admin);
    application = await LinkedApplication.create(wiki.url, admin, { scopes: ['WRITE'] });
  });

  afterAll(() => wiki.close());

  const cookieOf = ({ cookies }: HttpSession) => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const endpoint = (name: string) => `/confluence/rest/oauth2/latest/${name}`;

  it('P16 P20 redirects only what is proven, gives the state back, and offers no more than was asked', async () => {
    const { clientId, redirectUri } = application.link;
    const queries = authorizeQueries(application.link);
    const property = fc.asyncProperty(queries, fc.constantFrom('', '', '', '?'), async (pairs, prefix) => {
      const query = prefix + pairs.map(([name, value]) => `${name}=${value}`).join('&');
      const parsed = new URLSearchParams(`?${query}`);
      const headers = { cookie: cookieOf(writer), accept: 'text/html' };
      const target = `${endpoint('authorize')}?${query}`;
      const { status, location, text } = await sendRaw(wiki.url, { method: 'GET', target, headers });
      const isProven =
        parsed.getAll('client_id').join() === clientId && parsed.getAll('redirect_uri').join() === redirectUri;
      expect([200, 303, 400]).toContain(status);
      expect(status === 400).toBe(!isProven);
      expect(location !== undefined).toBe(status === 303);
      if (location !== undefined) {
        expect(location.startsWith(`${redirectUri}?error=`)).toBe(true);
        const [first] = pairs;
        const sent = pairs.find((pair) => decodeURIComponent(pair[0]) === 'state' && !(prefix && pair === first))?.[1];
        const answered = /&state=([^&]*)/.exec(location)?.[1];
        expect(answered === undefined ? undefined : bytesOf(answered)).toBe(sent === undefined ? sent : bytesOf(sent));
      }
      if (status === 200) {
        const offered = [...text.matchAll(/name="scope"[^>]*value="([A-Z_]+)"/g)].map(([, scope = '']) => scope);
        expect(offered.length).toBeGreaterThan(0);
        const asked = (parsed.get('scope') ?? '').split(' ').filter((word) => word !== '');
        expect(heightOf(offered.join(' '))).toBe(asked.length > 0 ? heightOf(asked.join(' ')) : 0);
        expect(heightOf(offered.join(' '))).toBeLessThanOrEqual(heightOf('WRITE'));
      }
    });
    await fc.assert(property, cases('http'));
  });

  it('P20 the token endpoint answers with a 4xx in the words of the protocol', async () => {
    const { clientId, clientSecret, redirectUri } = application.link;
    const known = [
      ['client_id', clientId],
      ['client_secret', clientSecret],
      ['redirect_uri', redirectUri],
      ['grant_type', 'authorization_code'],
      ['grant_type', 'refresh_token'],
    ] as const;
    const right = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
    const request = fc.record({
      name: fc.constantFrom('token', 'revoke', 'introspect'),
      body: wireBodies(known),
      type: fc.oneof(
        { arbitrary: fc.constant(form), weight: 8 },
        fc.constantFrom('application/json', `${form}; charset=utf-16`, 'text/plain', 'x', '/'),
      ),
      authorization: fc.option(fc.oneof(fc.constant(right), basicHeaders)),
      query: fc.constantFrom('', '', '?', '?client_secret=x', '?a[b]=c', '?%', '??code=1'),
    });
    const property = fc.asyncProperty(request, async ({ name, body, type, authorization, query }) => {
      const headers = { 'content-type': type, ...(authorization === null ? {} : { authorization }) };
      // Windows of the throttle pass: what is meant here is the request, not how many there were.
      wiki.clock.advance(100);
      const answer = await sendRaw(wiki.url, { method: 'POST', target: endpoint(name) + query, headers, body });
      // Whoever is proven may end a token that is none (RFC 7009 §2.2), and hears that it is not live (RFC 7662 §2.2).
      if (name !== 'token' && answer.status === 200) {
        expect(answer.text).toBe(name === 'revoke' ? '' : '{"active":false}');
        return;
      }
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.status).toBeLessThan(500);
      const { error, error_description } = JSON.parse(answer.text) as Record<string, string | undefined>;
      expect(error).toMatch(/^(invalid_(request|client|grant|scope)|unsupported_grant_type)$/);
      expect(error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    });
    await fc.assert(property, cases('http'));
  });

  it('P17 P20 the answer to a consent page is taken in no other form than its own', async () => {
    const { clientId, redirectUri } = application.link;
    const request = new URLSearchParams({ client_id: clientId, redirect_uri: redirectUri, response_type: 'code' });
    const known = [
      ['request', request.toString()],
      ['ticket', 'x'],
      ['answer', 'allow'],
      ['scope', 'WRITE'],
    ] as const;
    const type = fc.constantFrom(form, form, form, 'application/json');
    const property = fc.asyncProperty(wireBodies(known), type, async (body, contentType) => {
      const headers = { 'content-type': contentType, cookie: cookieOf(writer), origin: new URL(wiki.url).origin };
      const target = endpoint('consent');
      const { status, location } = await sendRaw(wiki.url, { method: 'POST', target, headers, body });
      expect(status).toBeLessThan(500);
      expect(location ?? '').not.toContain('code=');
    });
    await fc.assert(property, cases('http'));
  });

  it('P16 registers a redirect URI or says what is wrong with it', async () => {
    const property = fc.asyncProperty(redirectUris, fc.boolean(), async (uri, isPublic) => {
      const clientType = isPublic ? 'public' : 'confidential';
      const link = { name: `Fuzz ${Math.random().toString()}`, redirectUris: [uri], scopes: ['READ'], clientType };
      const answer = await administration.send('POST', '/rest/application-links/latest/links', link);
      const problem = redirectUriProblem(uri, { clientType, allowInsecureHttp: true });
      expect(answer.status).toBe(problem === null ? 201 : 400);
      if (problem === null) await administration.deleteLink(answer.json<{ id: string }>().id);
    });
    await fc.assert(property, cases('http'));
  });

  it('P4 gives no wider scope than asked, chosen and registered, at no exchange and no refresh', async () => {
    const ladder = fc.constantFrom('READ', 'WRITE', 'READ WRITE');
    const chosen = fc.oneof(fc.constantFrom('READ', 'WRITE'), scopeTexts.map(wellFormed));
    const dance = fc.record({ asked: ladder, chosen, again: fc.array(scopeTexts) });
    const property = fc.asyncProperty(dance, async ({ asked, chosen, again }) => {
      fc.pre(chosen !== '');
      const page = await writer.get(application.authorizationUrl({ scope: asked }).href);
      const sent = await submitConsent(writer, page, { scope: chosen });
      const code = sent.location?.searchParams.get('code');
      const isOffered = chosen === 'READ' || (chosen === 'WRITE' && heightOf(asked) === heightOf('WRITE'));
      expect([typeof code === 'string', sent.status < 500]).toEqual([isOffered, true]);
      if (!code) return;
      let { body } = await application.exchange(code);
      const least = Math.min(heightOf(asked), heightOf(chosen));
      expect(heightOf(String(body.scope))).toBe(least);
      for (const scope of again) {
        const next = await application.refresh(String(body.refresh_token), { scope: wellFormed(scope) });
        expect([200, 400]).toContain(next.status);
        if (next.status !== 200) continue;
        body = next.body;
        expect(heightOf(String(body.scope))).toBeLessThanOrEqual(least);
      }
    });
    await fc.assert(property, cases('dance'));
  });
});
