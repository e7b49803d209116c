import { UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases } from '../support/databases.js';
import type { ForeignTokens } from '../support/foreign-client.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postForm } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const platforms = ['express', 'fastify'] as const;
const notLive = { active: false };

describe.each(databases)('introspection on %s', (database) => {
  describe.each(platforms)('with %s', (platform) => {
    let wiki: RunningWiki;
    let admin: HttpSession;
    let administration: Administration;
    let writer: HttpSession;
    let application: LinkedApplication;
    let tokens: ForeignTokens;

    beforeAll(async () => {
      wiki = await startWiki({ database, platform, contextPath: '/confluence' });
      admin = await new HttpSession(wiki.url).signIn('admin');
      administration = await Administration.of(admin);
      writer = await new HttpSession(wiki.url).signIn('writer');
      application = await LinkedApplication.create(wiki.url, admin);
      tokens = await application.tokensFrom(writer);
    });

    afterAll(() => wiki.close());

    const said = async (token: string, asker = application) => (await asker.introspect(token)).body;
    const letIn = async (token: string) => (await call(wiki.url, token, '/rest/api/user/current')).status === 200;

    it('says of an access token what it may do, whose it is, and for how long', async () => {
      const { status, headers, body } = await application.introspect(tokens.accessToken);
      expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
      const now = Math.floor(wiki.clock.now() / 1000);
      expect(body).toEqual({
        active: true,
        scope: 'READ WRITE',
        client_id: application.link.clientId,
        sub: (await writer.request('/rest/api/user/current')).json().userKey,
        iss: wiki.url,
        exp: expect.closeTo(now + 3600, -2) as number,
        iat: expect.closeTo(now, -2) as number,
        token_type: 'bearer',
      });
      expect(Number(body.exp) - Number(body.iat)).toBe(3600);
    });

    it('says the same of a refresh token, and never that it is a bearer token', async () => {
      const body = await said(tokens.refreshToken);
      expect(body).toMatchObject({ active: true, scope: 'READ WRITE', client_id: application.link.clientId });
      expect(body).not.toHaveProperty('token_type');
      expect(Number(body.exp) - Number(body.iat)).toBe(7_776_000);
    });

    it('takes a hint, a wrong one too, and either way to prove oneself', async () => {
      for (const token_type_hint of ['access_token', 'refresh_token', 'nonsense']) {
        const hinted = await application.introspect(tokens.accessToken, { token_type_hint });
        expect(hinted.body.active).toBe(true);
      }
      const { clientId, clientSecret } = application.link;
      const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
      const basic = await postForm(wiki.url, 'introspect', { token: tokens.accessToken }, { authorization });
      expect(basic.body.active).toBe(true);
    });

    it('P15 says of another’s token what it says of no token', async () => {
      const other = await LinkedApplication.create(wiki.url, admin);
      const code = await application.codeFrom(writer);
      const askedByOther = [
        tokens.accessToken,
        tokens.refreshToken,
        code,
        'nonsense',
        'dbr_at_',
        `dbr_rt_${'A'.repeat(91)}`,
      ];
      for (const token of askedByOther) {
        const { status, body } = await other.introspect(token);
        expect([status, body]).toEqual([200, notLive]);
      }
      expect(await said(code)).toEqual(notLive);
      expect(await said(tokens.accessToken)).toMatchObject({ active: true });
    });

    it('P15 answers nobody who does not prove to be a client', async () => {
      const { clientId, clientSecret } = application.link;
      const { link } = await LinkedApplication.create(wiki.url, admin, { clientType: 'public' });
      const token = tokens.accessToken;
      for (const proof of [
        {},
        { client_id: clientId },
        { client_id: clientId, client_secret: clientSecret.replace(/^./, 'x') },
        { client_id: 'f'.repeat(32), client_secret: clientSecret },
        { client_id: link.clientId },
        { client_id: link.clientId, client_secret: clientSecret },
      ] as Record<string, string>[]) {
        const { status, body } = await postForm(wiki.url, 'introspect', { token, ...proof });
        expect([status, body.error]).toEqual([401, 'invalid_client']);
      }
      const bearer = { authorization: `Bearer ${token}` };
      const { status, body } = await postForm(wiki.url, 'introspect', { token }, bearer);
      expect([status, body.error]).toEqual([401, 'invalid_client']);
    });

    it('P20 names what is missing or sent wrongly', async () => {
      const { clientId, clientSecret } = application.link;
      const proof = { client_id: clientId, client_secret: clientSecret };
      const none = await postForm(wiki.url, 'introspect', proof);
      expect([none.status, none.body.error_description]).toEqual([400, expect.stringContaining('token')]);
      const twice = new URLSearchParams([...Object.entries(proof), ['token', 'a'], ['token', 'b']]);
      expect((await postForm(wiki.url, 'introspect', twice)).status).toBe(400);
      const inAddress = await postForm(wiki.url, `introspect?token=${tokens.accessToken}`, proof);
      expect([inAddress.status, inAddress.body.error]).toEqual([400, 'invalid_request']);
    });

    it('speaks of the newest pair, and of an older access token while it is let in', async () => {
      const own = await application.tokensFrom(writer);
      const next = await application.refresh(own.refreshToken, { scope: 'READ' });
      const [access, refresh] = [String(next.body.access_token), String(next.body.refresh_token)];
      expect(await said(access)).toMatchObject({ active: true, scope: 'READ' });
      expect(await said(refresh)).toMatchObject({ active: true, scope: 'READ WRITE' });
      expect(await said(own.refreshToken)).toEqual(notLive);
      const old = await said(own.accessToken);
      expect(old).toMatchObject({ active: true, scope: 'READ' });
      expect(Number(old.exp)).toBeLessThanOrEqual(Math.ceil(wiki.clock.now() / 1000) + 10);
      expect(old).not.toHaveProperty('iat');
      wiki.clock.advance(10_001);
      expect([await said(own.accessToken), await letIn(own.accessToken)]).toEqual([notLive, false]);
      expect([(await said(access)).active, await letIn(access)]).toEqual([true, true]);
    });

    it('ends with the lifetimes', async () => {
      const own = await application.tokensFrom(writer);
      wiki.clock.advance(3_600_000);
      expect([await said(own.accessToken), await letIn(own.accessToken)]).toEqual([notLive, false]);
      expect(await said(own.refreshToken)).toMatchObject({ active: true });
      wiki.clock.advance(7_776_000_000 - 3_600_000);
      expect(await said(own.refreshToken)).toEqual(notLive);
      admin = await new HttpSession(wiki.url).signIn('admin');
      administration = await Administration.of(admin);
      writer = await new HttpSession(wiki.url).signIn('writer');
    });

    it('P13 says of nothing that has ended that it is live', async () => {
      const endings: [string, (own: LinkedApplication, tokens: ForeignTokens) => Promise<unknown>][] = [
        ['revocation', (own, { accessToken }) => own.revoke(accessToken)],
        [
          'withdrawal',
          async (own) => {
            const page = await writer.request('/rest/oauth2/latest/authorizations');
            const { results } = page.json<{ results: { id: string; clientId: string }[] }>();
            const id = results.find(({ clientId }) => clientId === own.link.clientId)?.id ?? '';
            const mine = await Administration.of(writer);
            expect((await mine.send('DELETE', `/rest/oauth2/latest/authorizations/${id}`)).status).toBe(204);
          },
        ],
        [
          'reuse',
          async (own, { refreshToken }) => {
            await own.refresh(refreshToken);
            wiki.clock.advance(10_001);
            await own.refresh(refreshToken);
          },
        ],
      ];
      for (const [name, end] of endings) {
        const own = await LinkedApplication.create(wiki.url, admin);
        const held = await own.tokensFrom(writer);
        expect((await said(held.accessToken, own)).active, name).toBe(true);
        await end(own, held);
        expect(await said(held.accessToken, own), name).toEqual(notLive);
        expect(await said(held.refreshToken, own), name).toEqual(notLive);
        expect(await letIn(held.accessToken), name).toBe(false);
      }
    });

    it('P13 says nothing to a link that was disabled, and goes on when it is enabled again', async () => {
      const own = await LinkedApplication.create(wiki.url, admin);
      const held = await own.tokensFrom(writer);
      await administration.updateLink(own.link.id, { enabled: false });
      const refused = await own.introspect(held.accessToken);
      expect([refused.status, refused.body.error]).toEqual([400, 'unauthorized_client']);
      await administration.updateLink(own.link.id, { enabled: true });
      expect(await said(held.accessToken, own)).toMatchObject({ active: true });
      expect(await said(held.refreshToken, own)).toMatchObject({ active: true });
    });

    it('P1 says of a person who may not use the wiki any more that nothing of theirs is live', async () => {
      const username = `leaver-${platform}`;
      const person = {
        username,
        password: `${username}-password`,
        fullName: username,
        email: `${username}@example.com`,
      };
      const made = await administration.send('POST', '/rest/api/admin/user', { ...person, userName: username });
      expect(made.status, made.text).toBeLessThan(300);
      await administration.send('PUT', `/rest/api/user/${username}/group/wiki-users`);
      const held = await application.tokensFrom(
        await new HttpSession(wiki.url).signIn(username, person.password),
        'READ',
      );
      for (const [change, active] of [
        ['disable', false],
        ['enable', true],
      ] as const) {
        const done = await administration.send('PUT', `/rest/api/admin/user/${username}/${change}`);
        expect(done.status, done.text).toBeLessThan(300);
        expect((await said(held.accessToken)).active).toBe(active);
        expect((await said(held.refreshToken)).active).toBe(active);
      }
    });

    it('P4 says no more than the link is registered for now', async () => {
      const own = await LinkedApplication.create(wiki.url, admin);
      const held = await own.tokensFrom(writer);
      await administration.updateLink(own.link.id, { scopes: ['READ'] });
      expect((await said(held.accessToken, own)).scope).toBe('READ');
      expect((await said(held.refreshToken, own)).scope).toBe('READ');
    });

    describe('by a link that may ask about every access token', () => {
      let service: LinkedApplication;

      beforeAll(async () => {
        service = await LinkedApplication.create(wiki.url, admin, { mayIntrospectAll: true });
      });

      it('says whose it is, which application has it, and what it may do', async () => {
        const held = await application.tokensFrom(writer);
        expect(await said(held.accessToken, service)).toEqual(await said(held.accessToken));
        expect(await said(held.accessToken, service)).toMatchObject({
          active: true,
          client_id: application.link.clientId,
          token_type: 'bearer',
        });
      });

      it('P1 says no more than the person may do now, and nothing once they may do nothing', async () => {
        const username = `falling-${platform}`;
        const password = `${username}-password`;
        const person = { username, userName: username, password, fullName: username, email: `${username}@example.com` };
        await administration.send('POST', '/rest/api/admin/user', person);
        const group = async (method: string, name: string) => {
          const done = await administration.send(method, `/rest/api/user/${username}/group/${name}`);
          expect(done.status, done.text).toBeLessThan(300);
        };
        await group('PUT', 'wiki-users');
        await group('PUT', 'wiki-editors');
        const session = await new HttpSession(wiki.url).signIn(username, password);
        const [held, own] = [await application.tokensFrom(session), await service.tokensFrom(session)];
        const heard = async () => [await said(held.accessToken, service), await said(own.accessToken, service)];
        for (const answer of await heard()) expect(answer.scope).toBe('READ WRITE');
        await group('DELETE', 'wiki-editors');
        for (const answer of await heard()) expect(answer.scope).toBe('READ');
        expect((await said(held.accessToken)).scope).toBe('READ WRITE');
        await group('DELETE', 'wiki-users');
        expect(await heard()).toEqual([notLive, notLive]);
      });

      it('P15 says nothing of another’s refresh token or code, and of its own as ever', async () => {
        const held = await application.tokensFrom(writer);
        const code = await application.codeFrom(writer);
        for (const token of [held.refreshToken, code, 'nonsense', `dbr_at_${'A'.repeat(91)}`]) {
          expect(await said(token, service)).toEqual(notLive);
        }
        const own = await service.tokensFrom(writer);
        expect(await said(own.refreshToken, service)).toMatchObject({ active: true, scope: 'READ WRITE' });
      });

      it('P13 hears of no end later than the wiki itself', async () => {
        const own = await LinkedApplication.create(wiki.url, admin);
        const revoked = await own.tokensFrom(writer);
        await own.revoke(revoked.accessToken);
        expect(await said(revoked.accessToken, service)).toEqual(notLive);
        const held = await own.tokensFrom(writer);
        await administration.updateLink(own.link.id, { scopes: ['READ'] });
        expect((await said(held.accessToken, service)).scope).toBe('READ');
        await administration.updateLink(own.link.id, { enabled: false });
        expect(await said(held.accessToken, service)).toEqual(notLive);
        await administration.deleteLink(own.link.id);
        expect(await said(held.accessToken, service)).toEqual(notLive);
      });

      it('P15 hears nothing more from the moment it may no longer', async () => {
        const former = await LinkedApplication.create(wiki.url, admin, { mayIntrospectAll: true });
        const { accessToken } = await application.tokensFrom(writer);
        expect((await said(accessToken, former)).active).toBe(true);
        await administration.updateLink(former.link.id, { mayIntrospectAll: false });
        expect(await said(accessToken, former)).toEqual(notLive);
        await administration.updateLink(service.link.id, { enabled: false });
        const refused = await service.introspect(accessToken);
        expect([refused.status, refused.body.error]).toEqual([400, 'unauthorized_client']);
        await administration.updateLink(service.link.id, { enabled: true });
      });
    });

    it('is no use of the token', async () => {
      const own = await LinkedApplication.create(wiki.url, admin);
      const held = await own.tokensFrom(writer);
      await said(held.accessToken, own);
      await wiki.get(UsageRecorder).write();
      const { lastUsedAt } = (await admin.request(`/rest/application-links/latest/links/${own.link.id}`)).json();
      expect(lastUsedAt).toBeNull();
    });
  });
});
