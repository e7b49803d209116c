import { OpenAccesses } from 'nestjs-drawbridge/oauth-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { mountOutside } from '../support/outside-nest.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { endOf, within } from '../support/streams.js';

describe.each(['express', 'fastify'] as const)('P6 routes outside Nest on %s', (platform) => {
  let wiki: RunningWiki;
  let application: LinkedApplication;
  let reader: string;
  let writer: string;

  beforeAll(async () => {
    wiki = await startWiki({ database: databases[0]!, platform, mount: mountOutside });
    application = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    const person = await new HttpSession(wiki.url).signIn('writer');
    reader = (await application.tokensFrom(person, 'READ')).accessToken;
    writer = (await application.tokensFrom(person, 'READ WRITE')).accessToken;
  });

  afterAll(() => wiki.close());

  const mounts = platform === 'express' ? ['/outside/a'] : ['/outside/a', '/connect/a'];

  it.each(mounts)('%s is judged as a route of Nest is', async (path) => {
    const answers = await Promise.all([
      call(wiki.url, reader, path),
      call(wiki.url, writer, path, { method: 'POST' }),
      fetch(wiki.url + path),
    ]);
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(['READ\n', 'WRITE\n', 'nobody\n']);
    const refused = await call(wiki.url, reader, path, { method: 'POST' });
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining('scope="WRITE"'),
    ]);
    expect(await refused.json()).toMatchObject({ statusCode: 403, error: 'insufficient_scope' });
    const bad = await call(wiki.url, 'nonsense', path);
    expect([bad.status, bad.headers.get('www-authenticate')]).toEqual([
      401,
      expect.stringContaining('resource_metadata='),
    ]);
    expect((await fetch(`${wiki.url}${path}?access_token=${reader}`)).status).toBe(400);
  });

  it('P2 nothing opens what is closed', async () => {
    expect((await call(wiki.url, writer, '/closed/a')).status).toBe(403);
    expect((await fetch(`${wiki.url}/closed/a`)).status).toBe(200);
  });

  it.each(mounts)('%s is cut off when its token expires, and not before', async (path) => {
    const { accessToken } = await application.tokensFrom(await new HttpSession(wiki.url).signIn('reader'), 'READ');
    const end = endOf(await call(wiki.url, accessToken, `${path}/stream`));
    expect(await within(1500, end)).toBe('still open');
    wiki.clock.advance(3600_000);
    expect(await within(2500, end)).toBe('cut');
  });

  it('leaves what people have open alone', async () => {
    const controller = new AbortController();
    const end = endOf(await fetch(`${wiki.url}/outside/stream`, { signal: controller.signal }));
    await wiki.get(OpenAccesses).judge();
    expect(await within(300, end)).toBe('still open');
    controller.abort();
    expect(await end).toBe('cut');
  });
});
