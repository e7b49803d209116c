import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ClientSecrets } from 'nestjs-drawbridge/oauth-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { startWiki } from '../support/start-wiki.js';
import { WikiProcess } from '../support/wiki-process.js';

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const oldKey = newKey('old');
const currentKey = newKey('new');

describe.each(databases)('P10 keys are rotated on %s', (database) => {
  let fresh: FreshDatabase;

  beforeEach(async () => {
    fresh = await database.fresh();
  });

  afterEach(() => fresh.drop());

  const startWith = (...keys: string[]) => startWiki({ database: fresh, config: { keys: keys.join(',') } });
  const credentials = async (wiki: string, linkId: string) => {
    const admin = await new HttpSession(wiki).signIn('admin');
    return admin.request(`/rest/application-links/latest/links/${linkId}/credentials`);
  };
  const refresh = (wiki: string, { link }: LinkedApplication, refresh_token: string) =>
    postToken(wiki, {
      grant_type: 'refresh_token',
      refresh_token,
      client_id: link.clientId,
      client_secret: link.clientSecret,
    });

  it('old ones read while they are listed; without them credentials are still shown and old tokens end with 401', async () => {
    let wiki = await startWith(oldKey);
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const applications = [
      await LinkedApplication.create(wiki.url, admin),
      await LinkedApplication.create(wiki.url, admin),
    ] as const;
    const writer = await new HttpSession(wiki.url).signIn('writer');
    const [used, unused] = [await applications[0].tokensFrom(writer), await applications[1].tokensFrom(writer)];
    await wiki.close();

    wiki = await startWith(currentKey, oldKey);
    expect((await call(wiki.url, used.accessToken, '/rest/api/user/current')).status).toBe(200);
    const renewed = await refresh(wiki.url, applications[0], used.refreshToken);
    expect(renewed.status).toBe(200);
    const made = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    expect(await wiki.get(ClientSecrets).reseal()).toEqual({ resealed: 2, unreadable: 0 });
    expect(await wiki.get(ClientSecrets).reseal()).toEqual({ resealed: 0, unreadable: 0 });
    await wiki.close();

    wiki = await startWith(currentKey);
    for (const { link } of [...applications, made]) {
      const shown = (await credentials(wiki.url, link.id)).json<{ clientSecret: string }>();
      expect(shown.clientSecret).toBe(link.clientSecret);
    }
    expect((await call(wiki.url, String(renewed.body.access_token), '/rest/api/user/current')).status).toBe(200);
    const refused = await call(wiki.url, unused.accessToken, '/rest/api/user/current');
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('error="invalid_token"'),
    ]);
    const ended = await refresh(wiki.url, applications[1], unused.refreshToken);
    expect([ended.status, ended.body.error]).toEqual([400, 'invalid_grant']);
    await wiki.close();
  });

  it('a secret whose key was taken away too early is left alone, told of, and works on', async () => {
    let wiki = await startWith(oldKey);
    const application = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    await wiki.close();
    wiki = await startWith(currentKey);
    expect(await wiki.get(ClientSecrets).reseal()).toEqual({ resealed: 0, unreadable: 1 });
    expect((await credentials(wiki.url, application.link.id)).status).toBe(409);
    expect((await refresh(wiki.url, application, 'nonsense')).body.error).toBe('invalid_grant');
    await wiki.close();
  });

  it('by one command, while the wiki runs and applications refresh', { timeout: 90_000 }, async () => {
    const wiki = await WikiProcess.start({ database: fresh });
    try {
      const admin = await new HttpSession(wiki.url).signIn('admin');
      const application = await LinkedApplication.create(wiki.url, admin);
      let { refreshToken } = await application.tokensFrom(await new HttpSession(wiki.url).signIn('writer'));
      let isOver = false;
      const env = { PATH: process.env.PATH, WIKI_DATA_DIR: fresh.dataDir, DATABASE_URL: fresh.url ?? '' };
      const rotation = promisify(execFile)(process.execPath, ['apps/wiki/dist/drawbridge.js', 'keys', 'rotate'], {
        env,
      });
      const note = () => (isOver = true);
      rotation.then(note, note);
      while (!isOver) {
        const { status, body } = await application.refresh(refreshToken);
        expect(status, JSON.stringify(body)).toBe(200);
        refreshToken = String(body.refresh_token);
        const used = await call(wiki.url, String(body.access_token), '/rest/api/user/current');
        expect(used.status).toBe(200);
        const shown = await admin.request(`/rest/application-links/latest/links/${application.link.id}/credentials`);
        expect(shown.json()).toMatchObject({ clientSecret: application.link.clientSecret });
      }
      expect((await rotation).stdout).toContain('encrypted under it: 1');
      const keys = JSON.parse(await readFile(join(fresh.dataDir, 'keys.json'), 'utf8')) as { id: string }[];
      expect(keys).toHaveLength(2);
      expect((await rotation).stdout).toContain(`The key ${keys[0]?.id ?? ''} is the current one.`);
    } finally {
      await wiki.stop();
    }
  });
});
