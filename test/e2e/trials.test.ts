import { Client, ClientSecret, EventRecord, Grant, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { Cleaning } from '../../libs/oauth-provider/src/cleaning/cleaning.service.js';
import { Administration } from '../support/administration.js';
import { submitConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import type { HttpPage } from '../support/http-page.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const platforms = ['express', 'fastify'] as const;

describe.each(databases.map((database, index) => ({ database, platform: platforms[index % 2]! })))(
  'trying a link, on $database and $platform',
  ({ database, platform }) => {
    let wiki: RunningWiki;
    let session: HttpSession;
    let administration: Administration;

    beforeAll(async () => {
      wiki = await startWiki({ database, platform, contextPath: '/confluence' });
      session = await new HttpSession(wiki.url).signIn('admin');
      administration = await Administration.of(session);
    });

    afterAll(async () => wiki.close());

    const manager = () => wiki.get(DataSource).manager;
    const tryPage = (id: string) => `/admin/application-links/${id}/try`;

    /** Begins a trial; gives the address of the authorization request. */
    async function begin(id: string, by = session): Promise<URL> {
      const form = (await by.get(tryPage(id))).form('/try');
      const body = new URLSearchParams(form.fields.map(([name, value]) => [name, value]));
      const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(wiki.url).origin };
      const answer = await by.request(tryPage(id), { method: 'POST', body, headers, redirect: 'manual' });
      if (!answer.location) throw new Error(`No trial began: ${answer.status.toString()} ${answer.text}`);
      return answer.location;
    }

    /** Answers the consent page of a trial; gives the address the browser is sent back to, without going there. */
    async function answered(
      trial: URL,
      { button = 'Allow', scope }: { button?: string; scope?: string } = {},
    ): Promise<URL> {
      const form = (await session.get(trial.href)).form('oauth2/latest/consent');
      const body = new URLSearchParams([...form.fields, ...form.button(button)].map(([name, value]) => [name, value]));
      if (scope) body.set('scope', scope);
      const headers = { 'sec-fetch-site': 'same-origin', origin: new URL(wiki.url).origin };
      const target = new URL(form.action, wiki.url).href;
      const sent = await session.request(target, { method: 'POST', body, headers, redirect: 'manual' });
      if (!sent.location) throw new Error(`No way back: ${sent.status.toString()} ${sent.text}`);
      return sent.location;
    }

    const goodSteps = ({ text }: HttpPage) => text.match(/db-badge-success/g)?.length ?? 0;
    const grants = (clientId: string) => manager().findBy(Grant, { clientId });
    const families = (clientId: string) => manager().findBy(Family, { clientId });

    it.each(['confidential', 'public'] as const)(
      'goes all the way of a %s application and leaves nothing',
      async (clientType) => {
        const { id, clientId, clientSecret } = await administration.createLink({ clientType });
        const consent = await session.get((await begin(id)).href);
        const page = await session.submit(consent.form('oauth2/latest/consent'), {}, 'Allow');
        expect(new URL(page.url).pathname).toBe(`/confluence${tryPage(id)}/back`);
        expect([page.status, goodSteps(page)]).toEqual([200, 6]);
        expect(page.text).toContain('ended: the application revoked it');
        expect(await grants(clientId)).toEqual([]);
        const [family] = await families(clientId);
        expect(family).toMatchObject({ generation: 1, endedBecause: 'revoked', scopes: ['READ', 'WRITE'] });
        // A rotation waits to see the application use its secret.
        await wiki.get(UsageRecorder).write();
        const secrets = await manager().findBy(ClientSecret, { clientId });
        expect(secrets.map(({ lastUsedAt }) => lastUsedAt)).toEqual(clientType === 'public' ? [] : [null]);
        // What it did is told as the administrator's trial, not as the application's doing.
        const events = await manager().find(EventRecord, { where: { clientId }, order: { id: 'DESC' }, take: 3 });
        const byAdmin = expect.objectContaining({ trial: true }) as object;
        expect(
          events.map(({ type, actorId, actorClientId, details }) => [type, actorId, actorClientId, details]),
        ).toEqual(
          ['authorization.ended', 'family.ended.revoked', 'authorization.given'].map((type) => [
            type,
            events[0]!.userId,
            null,
            byAdmin,
          ]),
        );
        expect((await session.get(`/admin/application-links/${id}`)).text).toContain(
          'Trial of the link: sign-in ended',
        );
        expect(page.text).toContain('given the permission “Write”, and its call was let in with “Write”');
        // P11: what it got is cut short.
        expect(page.text).not.toMatch(/db[a-z]*_[A-Za-z0-9_-]{12}/);
        if (clientType === 'confidential') expect(page.text).not.toContain(clientSecret);
        expect(page.headers.get('cache-control')).toBe('no-store');
      },
    );

    it('P16 takes its address for nobody else, in no other session, for no other client, and not any more', async () => {
      const { id, clientId } = await administration.createLink();
      const other = await administration.createLink();
      const trial = await begin(id);
      const refused = async (url: URL, by = session) => {
        const page = await by.get(url.href);
        expect(page.status).toBe(400);
        expect(page.text).toContain('redirect_uri');
      };
      const changed = (name: string, value: string) => {
        const url = new URL(trial);
        url.searchParams.set(name, value);
        return url;
      };
      const again = await new HttpSession(wiki.url).signIn('admin');
      const sysadmin = await new HttpSession(wiki.url).signIn('sysadmin');
      await refused(trial, again);
      await refused(trial, sysadmin);
      await refused(trial, new HttpSession(wiki.url));
      await refused(changed('client_id', other.clientId));
      await refused(changed('redirect_uri', trial.searchParams.get('redirect_uri')!.replace(id, other.id)));
      await refused(changed('redirect_uri', `${trial.searchParams.get('redirect_uri')!}?more`));
      await refused(changed('state', 'anything'));
      await refused(changed('state', `${trial.searchParams.get('state')!.slice(0, -4)}AAAA`));
      const page = await session.get(trial.href);
      expect(page.text).toContain('oauth2/latest/consent');
      wiki.clock.advance(600_001);
      await refused(trial);
      const late = await submitConsent(session, page);
      expect(late.status).toBe(400);
      expect(await grants(clientId)).toEqual([]);
    });

    it('comes back once', async () => {
      const { id, clientId } = await administration.createLink();
      const trial = await begin(id);
      const back = await answered(trial);
      const sysadmin = await new HttpSession(wiki.url).signIn('sysadmin');
      expect((await sysadmin.get(back.href)).text).toContain('This trial is over');
      expect(await families(clientId)).toMatchObject([{ generation: 0 }]);
      const pages = await Promise.all([1, 2, 3].map(() => session.get(back.href)));
      expect(pages.map(goodSteps).sort()).toEqual([0, 0, 6]);
      expect((await session.get(back.href)).status).toBe(400);
      expect((await session.get(trial.href)).status).toBe(400);
    });

    it('leaves what the person had allowed before as it was, sign-ins included', async () => {
      const application = await LinkedApplication.of(wiki.url, administration, { scopes: ['READ', 'WRITE', 'ADMIN'] });
      const { clientId, id } = application.link;
      const tokens = await application.tokensFrom(session, 'READ');
      const before = await grants(clientId);
      const back = await answered(await begin(id), { scope: 'ADMIN' });
      expect(goodSteps(await session.get(back.href))).toBe(6);
      expect(await grants(clientId)).toEqual(before);
      expect((await application.refresh(tokens.refreshToken)).status).toBe(200);
    });

    it('shows a no, and takes it for nothing more', async () => {
      const { id, clientId } = await administration.createLink();
      const back = await answered(await begin(id), { button: 'Deny' });
      const page = await session.get(back.href);
      expect(page.text).toContain('access_denied');
      expect(goodSteps(page)).toBe(1);
      expect(await grants(clientId)).toEqual([]);
    });

    it('is gone when it stops half way, and a real yes in between stays', async () => {
      const halted = await administration.createLink();
      const real = await LinkedApplication.of(wiki.url, administration);
      await answered(await begin(halted.id), { scope: 'WRITE' });
      await answered(await begin(real.link.id), { scope: 'WRITE' });
      await real.tokensFrom(session, 'READ');
      expect(await grants(halted.clientId)).toHaveLength(1);
      wiki.clock.advance(600_001);
      await wiki.get(Cleaning).clean();
      expect(await grants(halted.clientId)).toEqual([]);
      expect(await grants(real.link.clientId)).toMatchObject([{ scopes: ['READ'], trialUntil: null }]);
    });

    it('says what is wrong with a link that cannot work', async () => {
      const { id, clientId } = await administration.createLink();
      const trial = await begin(id);
      const back = await answered(trial);
      const secrets = await administration.send('GET', `/rest/application-links/latest/links/${id}/credentials`);
      const {
        secrets: [secret],
      } = secrets.json<{ secrets: [{ id: string }] }>();
      await administration.send('DELETE', `/rest/application-links/latest/links/${id}/secrets/${secret.id}`);
      const page = await session.get(back.href);
      expect(page.text).toContain('invalid_client');
      expect(goodSteps(page)).toBe(2);
      expect(await grants(clientId)).toEqual([]);
      await manager().update(Client, { id: clientId }, { enabled: false });
      expect((await session.get(tryPage(id))).text).toContain('This link is disabled');
    });

    it('P17 begins by an administrator’s own form alone', async () => {
      const { id } = await administration.createLink();
      const form = (await session.get(tryPage(id))).form('/try');
      const body = new URLSearchParams(form.fields.map(([name, value]) => [name, value]));
      const send = (headers: Record<string, string>, fields = body) =>
        session.request(tryPage(id), { method: 'POST', body: fields, headers, redirect: 'manual' });
      expect((await send({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      expect((await send({ 'sec-fetch-site': 'same-origin' }, new URLSearchParams())).location).toBeUndefined();
      const writer = await new HttpSession(wiki.url).signIn('writer');
      expect((await writer.get(tryPage(id))).status).toBe(403);
      expect((await writer.get(`${tryPage(id)}/back?code=x&state=y`)).status).toBe(403);
      expect((await session.get(`${tryPage(id)}/back?code=x&state=y`)).status).toBe(400);
    });
  },
);
