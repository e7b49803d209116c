import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';
import { PeopleService } from '../people/people.service.js';
import { SessionsService } from '../sessions/sessions.service.js';

const cases = databases.flatMap((database) =>
  (['express', 'fastify'] as const).map((platform) => ({
    database,
    platform,
    contextPath: platform === 'fastify' ? '/wiki' : '',
  })),
);

describe.each(cases)('REST on $database and $platform', (setting) => {
  let wiki: RunningWiki;
  const cookies = new Map<string, string>();

  const signIn = async (username: string) => {
    const person = await wiki.get(PeopleService).byUsername(username);
    const setCookie = await wiki.get(SessionsService).start(person, { method: 'POST', url: '/login', headers: {} });
    cookies.set(username, setCookie!.split(';')[0]!);
  };

  const call = async <Body = Record<string, unknown>>(
    username: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = { 'x-atlassian-token': 'no-check' },
  ) => {
    const response = await fetch(wiki.url + path, {
      method,
      redirect: 'manual',
      headers: {
        cookie: cookies.get(username) ?? '',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, headers: response.headers, body: (isJson ? JSON.parse(text) : text) as Body };
  };

  const page = (title: string, more: object = {}) => ({
    type: 'page',
    title,
    space: { key: 'DEMO' },
    body: { storage: { value: `<p>${title}</p>`, representation: 'storage' } },
    ...more,
  });

  const stranger = { userName: 'stranger', fullName: 'A stranger', password: 'long enough' };

  beforeAll(async () => {
    wiki = await startWiki(setting);
    for (const username of ['reader', 'writer', 'admin', 'sysadmin']) await signIn(username);
  });
  afterAll(() => wiki.close());

  it('knows the current person', async () => {
    const { status, body } = await call('writer', 'GET', '/rest/api/user/current');
    expect(status).toBe(200);
    expect(body).toMatchObject({ type: 'known', username: 'writer', displayName: 'Will Writer' });
    expect(body.userKey).toMatch(/^[0-9a-f]{32}$/);
    const byKey = await call('reader', 'GET', `/rest/api/user?key=${String(body.userKey)}`);
    expect(byKey.body).toMatchObject({ username: 'writer' });
    expect(await call('reader', 'GET', '/rest/api/user')).toMatchObject({ status: 400, body: { statusCode: 400 } });
  });

  it('answers nobody with 401 in JSON, and a page of nobody with the way to sign in', async () => {
    expect(await call('', 'GET', '/rest/api/user/current')).toMatchObject({
      status: 401,
      body: { statusCode: 401, message: 'Sign in first.' },
    });
  });

  it('lists, makes, changes and deletes spaces', async () => {
    const list = await call<{ results: { id: unknown; key: string }[]; size: number }>(
      'reader',
      'GET',
      '/rest/api/space?limit=5',
    );
    expect(list.body).toMatchObject({ start: 0, limit: 5, size: 1, results: [{ key: 'DEMO', type: 'global' }] });
    expect(typeof list.body.results[0]!.id).toBe('number');
    expect((await call('reader', 'POST', '/rest/api/space', { key: 'NEW', name: 'New' })).status).toBe(403);
    expect((await call('writer', 'POST', '/rest/api/space', { key: 'new', name: 'New' })).body).toMatchObject({
      key: 'NEW',
    });
    expect((await call('writer', 'POST', '/rest/api/space', { key: 'NEW', name: 'New' })).status).toBe(409);
    expect((await call('writer', 'PUT', '/rest/api/space/NEW', { name: 'Newer' })).body).toMatchObject({
      name: 'Newer',
    });
    await call('writer', 'POST', '/rest/api/content', page('Inside', { space: { key: 'NEW' } }));
    expect((await call('writer', 'DELETE', '/rest/api/space/NEW')).status).toBe(204);
    expect((await call('writer', 'GET', '/rest/api/space/NEW')).status).toBe(404);
  });

  it('creates a page, updates it once per version, and deletes it', async () => {
    const made = await call<{ id: string }>('writer', 'POST', '/rest/api/content', page('First words'));
    expect(made.status).toBe(200);
    expect(made.body).toMatchObject({ type: 'page', version: { number: 1 }, space: { key: 'DEMO' } });
    const path = `/rest/api/content/${made.body.id}`;
    const expanded = await call(
      'reader',
      'GET',
      `${path}?expand=body.storage,body.view,version,space,history,container,ancestors`,
    );
    expect(expanded.body).toMatchObject({
      id: made.body.id,
      body: { storage: { value: '<p>First words</p>' }, view: { value: '<p>First words</p>' } },
      history: { createdBy: { username: 'writer' } },
      container: { key: 'DEMO' },
      ancestors: [],
      _links: { webui: `/pages/${made.body.id}`, base: wiki.url },
    });
    const change = { version: { number: 2 }, title: 'Second words', type: 'page' };
    expect((await call('reader', 'PUT', path, change)).status).toBe(403);
    const answers = await Promise.all(Array.from({ length: 8 }, () => call('writer', 'PUT', path, change)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    const after = await call('reader', 'GET', `${path}?expand=body.storage,version`);
    expect(after.body).toMatchObject({
      title: 'Second words',
      version: { number: 2 },
      body: { storage: { value: '<p>First words</p>' } },
    });
    expect((await call('writer', 'DELETE', path)).status).toBe(204);
    expect((await call('writer', 'GET', path)).status).toBe(404);
    expect((await call('writer', 'POST', '/rest/api/content', page('Second words'))).status).toBe(200);
  });

  it('lets one of many pages have a title', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => call('writer', 'POST', '/rest/api/content', page('Once'))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
  });

  it('finds content by space and title, a part at a time', async () => {
    type List = { results: { title: string }[]; size: number; _links: { next?: string } };
    const first = await call<List>('reader', 'GET', '/rest/api/content?spaceKey=DEMO&limit=2&expand=version');
    expect(first.body).toMatchObject({ size: 2, results: [{ title: 'Welcome', version: { number: 1 } }, {}] });
    const next = await call<List>('reader', 'GET', first.body._links.next!);
    expect(next.body).toMatchObject({ start: 2, results: [{ title: 'Cleaning the lens' }, {}] });
    const titled = await call<List>('reader', 'GET', '/rest/api/content?spaceKey=DEMO&title=Visitors');
    expect(titled.body.results).toHaveLength(1);
  });

  it.each([
    ['space = DEMO and title = "visitors"', ['Visitors']],
    ['type = page and text ~ "vinegar lens"', ['Cleaning the lens']],
    ['text ~ "blockquote"', []],
    ['siteSearch ~ "100%"', []],
    ['title ~ "light" or title ~ "lens*" order by title', ['Cleaning the lens', 'Keeping the light']],
    ['title = Visitors and not (space in (DEMO, OTHER))', []],
    ['title = Visitors and label != none', ['Visitors']],
    ['id = 2 or id = nothing', ['Keeping the light']],
    [`title = "x' or 1=1 --"`, []],
  ])('finds content by query: %s', async (cql, titles) => {
    type List = { results: { title: string }[]; totalSize: number };
    const found = await call<List>(
      'reader',
      'GET',
      `/rest/api/content/search?cql=${encodeURIComponent(cql)}&expand=space`,
    );
    expect(found.body.results.map(({ title }) => title)).toEqual(titles);
    const results = await call<List>('reader', 'GET', `/rest/api/search?cql=${encodeURIComponent(cql)}&limit=1`);
    expect(results.body).toMatchObject({ totalSize: titles.length, cqlQuery: cql, size: Math.min(1, titles.length) });
  });

  it('moves pages below other pages, never below themselves', async () => {
    const above = await call<{ id: string }>('writer', 'POST', '/rest/api/content', page('Above'));
    const below = await call<{ id: string }>(
      'writer',
      'POST',
      '/rest/api/content',
      page('Below', { ancestors: [{ id: above.body.id }] }),
    );
    const children = await call('reader', 'GET', `/rest/api/content/${above.body.id}/child/page`);
    expect(children.body).toMatchObject({ size: 1, results: [{ title: 'Below' }] });
    const move = { version: { number: 2 }, ancestors: [{ id: below.body.id }] };
    expect((await call('writer', 'PUT', `/rest/api/content/${above.body.id}`, move)).status).toBe(409);
    await call('writer', 'DELETE', `/rest/api/content/${above.body.id}`);
    const left = await call('reader', 'GET', `/rest/api/content/${below.body.id}?expand=ancestors`);
    expect(left.body).toMatchObject({ ancestors: [] });
  });

  it('takes comments and labels', async () => {
    const made = await call<{ id: string }>('writer', 'POST', '/rest/api/content', page('Talked about'));
    const container = { id: made.body.id, type: 'page' };
    const body = { storage: { value: '<p onclick="x()">Yes<script>alert(1)</script></p>', representation: 'storage' } };
    const comment = await call<{ id: string }>('writer', 'POST', '/rest/api/content', {
      type: 'comment',
      container,
      body,
    });
    expect(comment.body).toMatchObject({
      type: 'comment',
      body: { storage: { value: '<p>Yes</p>' } },
      container: { id: made.body.id },
    });
    const comments = await call('reader', 'GET', `/rest/api/content/${made.body.id}/child/comment?expand=body.storage`);
    expect(comments.body).toMatchObject({ size: 1, results: [{ id: comment.body.id }] });
    const labels = `/rest/api/content/${made.body.id}/label`;
    const added = await call('writer', 'POST', labels, [{ prefix: 'global', name: 'Light' }, { name: 'sea' }]);
    expect(added.body).toMatchObject({ size: 2, results: [{ name: 'light' }, { name: 'sea' }] });
    expect((await call('writer', 'DELETE', `${labels}?name=sea`)).status).toBe(204);
    expect((await call('writer', 'DELETE', `${labels}/light`)).status).toBe(204);
    expect((await call('reader', 'GET', labels)).body).toMatchObject({ size: 0 });
  });

  it('lets administrators run people and groups, only up to their own level', async () => {
    const account = { userName: 'Newcomer', fullName: 'New Comer', email: 'new@example.org', password: 'a long word' };
    expect((await call('writer', 'POST', '/rest/api/admin/user', account)).status).toBe(403);
    expect((await call('admin', 'POST', '/rest/api/admin/user', account)).body).toMatchObject({ username: 'newcomer' });
    expect((await call('admin', 'POST', '/rest/api/admin/user', account)).status).toBe(409);
    await signIn('newcomer');
    expect((await call('newcomer', 'GET', '/rest/api/user/current')).status).toBe(200);
    expect((await call('newcomer', 'POST', '/rest/api/content', page('Too early'))).status).toBe(403);
    expect((await call('admin', 'PUT', '/rest/api/user/newcomer/group/wiki-editors')).status).toBe(204);
    expect((await call('newcomer', 'POST', '/rest/api/content', page('In time'))).status).toBe(200);
    expect((await call('admin', 'PUT', '/rest/api/user/newcomer/group/wiki-system-administrators')).status).toBe(403);
    expect((await call('admin', 'PUT', '/rest/api/admin/user/sysadmin/disable')).status).toBe(403);
    expect((await call('admin', 'PUT', '/rest/api/admin/user/admin/disable')).status).toBe(400);
    expect((await call('admin', 'PUT', '/rest/api/admin/user/newcomer/disable')).status).toBe(204);
    expect((await call('newcomer', 'GET', '/rest/api/user/current')).status).toBe(401);
    expect((await call('admin', 'PUT', '/rest/api/admin/user/newcomer/enable')).status).toBe(204);
    expect((await call('newcomer', 'GET', '/rest/api/user/current')).status).toBe(401);
    expect((await call('admin', 'POST', '/rest/api/admin/group', { name: 'keepers' })).body).toMatchObject({
      name: 'keepers',
    });
    expect((await call('admin', 'PUT', '/rest/api/user/newcomer/group/keepers')).status).toBe(204);
    expect((await call('reader', 'GET', '/rest/api/group/keepers/member')).body).toMatchObject({
      results: [{ username: 'newcomer' }],
    });
    expect((await call('admin', 'DELETE', '/rest/api/user/newcomer/group/keepers')).status).toBe(204);
    const audit = await call<{ results: { summary: string }[] }>('admin', 'GET', '/rest/api/audit');
    expect(audit.body.results.map(({ summary }) => summary)).toContain('Person disabled');
    expect((await call('writer', 'GET', '/rest/api/audit')).status).toBe(403);
  });

  it('changes one’s own password only with the current one, and ends the other sessions', async () => {
    const account = { userName: 'changer', fullName: 'Changer', password: 'the first word' };
    await call('admin', 'POST', '/rest/api/admin/user', account);
    await signIn('changer');
    const old = cookies.get('changer')!;
    await signIn('changer');
    const path = '/rest/api/user/current/password';
    expect((await call('changer', 'POST', path, { oldPassword: 'wrong', newPassword: 'the second word' })).status).toBe(
      403,
    );
    expect(
      (await call('changer', 'POST', path, { oldPassword: 'the first word', newPassword: 'the second word' })).status,
    ).toBe(204);
    expect((await call('changer', 'GET', '/rest/api/user/current')).status).toBe(200);
    cookies.set('changer', old);
    expect((await call('changer', 'GET', '/rest/api/user/current')).status).toBe(401);
    expect(await wiki.get(PeopleService).authenticate('changer', 'the second word')).not.toBeNull();
  });

  it('writes a backup of the site to a file', async () => {
    expect((await call('admin', 'POST', '/rest/api/backup-restore/backup/site')).status).toBe(403);
    const { body: job } = await call<{ id: number }>('sysadmin', 'POST', '/rest/api/backup-restore/backup/site', {});
    await expect
      .poll(async () => (await call('sysadmin', 'GET', `/rest/api/backup-restore/jobs/${job.id.toString()}`)).body)
      .toMatchObject({ jobState: 'FINISHED', fileExists: true });
    const { body: jobs } = await call<{ fileName: string; fileSize: number }[]>(
      'sysadmin',
      'GET',
      '/rest/api/backup-restore/jobs',
    );
    const file = await readFile(join(wiki.config.dataDir, 'backups', jobs[0]!.fileName));
    expect(file.byteLength).toBe(jobs[0]!.fileSize);
    const lines = gunzipSync(file)
      .toString()
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { table?: string });
    expect(lines[0]).toMatchObject({ site: 'wiki' });
    expect(lines.filter(({ table }) => table === 'wiki_space')).toHaveLength(1);
    expect(lines.some(({ table }) => table === 'wiki_session')).toBe(false);
    const info = await call('sysadmin', 'GET', '/rest/api/settings/systemInfo');
    expect(info.body).toMatchObject({ platform: setting.platform, database: { name: setting.database.name } });
  });

  it('asks a session for the anti-forgery header on changes', async () => {
    expect((await call('writer', 'POST', '/rest/api/content', page('Forged'), {})).status).toBe(403);
    expect((await call('writer', 'POST', '/rest/api/content', page('Forged'), { 'x-csrf-token': 'no' })).status).toBe(
      403,
    );
  });

  it.each<[string, string, unknown]>([
    ['POST', '/rest/api/content', undefined],
    ['POST', '/rest/api/content', '{"type":'],
    ['POST', '/rest/api/content', '[]'],
    ['POST', '/rest/api/content', '[1]'],
    ['POST', '/rest/api/content', '"page"'],
    ['POST', '/rest/api/content', 'null'],
    ['POST', '/rest/api/content', { type: 'blogpost' }],
    ['POST', '/rest/api/content', { type: ['page'] }],
    ['POST', '/rest/api/content', page('')],
    ['POST', '/rest/api/content', page('a\u0000b')],
    ['POST', '/rest/api/content', page('x'.repeat(256))],
    ['POST', '/rest/api/content', page('Bad', { space: 'DEMO' })],
    ['POST', '/rest/api/content', page('Bad', { space: [] })],
    ['POST', '/rest/api/content', page('Bad', { space: { key: { a: 1 } } })],
    ['POST', '/rest/api/content', page('Bad', { body: { storage: { value: 'a\u0000' } } })],
    ['POST', '/rest/api/content', page('Bad', { body: { storage: 'x' } })],
    ['POST', '/rest/api/content', page('Bad', { body: [] })],
    ['POST', '/rest/api/content', page('Bad', { ancestors: 'x' })],
    ['POST', '/rest/api/content', page('Bad', { ancestors: [null] })],
    ['POST', '/rest/api/content', page('Bad', { ancestors: [{ id: '1e9' }] })],
    ['POST', '/rest/api/content', { type: 'comment', container: { id: '1' } }],
    ['PUT', '/rest/api/content/1', {}],
    ['PUT', '/rest/api/content/1', { version: 2 }],
    ['PUT', '/rest/api/content/1', { version: { number: '2' } }],
    ['PUT', '/rest/api/content/1', { version: { number: 1e30 } }],
    ['GET', '/rest/api/content?limit=x', undefined],
    ['GET', '/rest/api/content?limit=1&limit=2', undefined],
    ['GET', '/rest/api/content?start=-1', undefined],
    ['GET', '/rest/api/content?start[a]=1&limit=0', undefined],
    ['GET', '/rest/api/content?title=a&title=b', undefined],
    ['GET', '/rest/api/content?title=%00', undefined],
    ['GET', '/rest/api/space?spaceKey=%00', undefined],
    ['GET', '/rest/api/content/search', undefined],
    ['GET', '/rest/api/search?cql=colour%20%3D%20red', undefined],
    ['GET', '/rest/api/search?cql=title~%00', undefined],
    ['POST', '/rest/api/space', { key: 'a b', name: 'x' }],
    ['POST', '/rest/api/space', { key: 'AB', name: 'x', description: { plain: { value: 1 } } }],
    ['POST', '/rest/api/space', { key: 'AB', name: 'x', description: 'text' }],
    ['POST', '/rest/api/content/1/label', 'null'],
    ['POST', '/rest/api/content/1/label', [[]]],
    ['POST', '/rest/api/content/1/label', [{ name: 'two words' }]],
    ['GET', '/rest/api/user?username=a&username=b', undefined],
    ['POST', '/rest/api/admin/user', { userName: { a: 1 } }],
    ['POST', '/rest/api/admin/user', { username: 'x y', displayName: 'x', password: 'long enough' }],
    ['POST', '/rest/api/user/current/password', { oldPassword: 1 }],
  ])('refuses nonsense: %s %s %j', async (method, path, body) => {
    const answer = await call('sysadmin', method, path, body);
    expect(answer).toMatchObject({
      status: 400,
      body: { statusCode: 400, message: expect.stringMatching(/./) as string },
    });
  });

  it.each<[field: string, path: string, body: unknown]>([
    ['name', '/rest/api/admin/group', { name: 'g\ud800' }],
    ['name', '/rest/api/admin/group', { name: 'g\u0000' }],
    ['fullName', '/rest/api/admin/user', { ...stranger, fullName: '\udc00' }],
    ['fullName', '/rest/api/admin/user', { ...stranger, fullName: 'a\u0000b' }],
    ['userName', '/rest/api/admin/user', { ...stranger, userName: 'a\ud800' }],
    ['email', '/rest/api/admin/user', { ...stranger, email: 'a@b\ud800.example' }],
    ['password', '/rest/api/admin/user', { ...stranger, password: 'long enough \ud800' }],
    ['title', '/rest/api/content', page('\ud83d')],
    ['body.storage.value', '/rest/api/content', page('Bad', { body: { storage: { value: '<p>\ude00\ud83d</p>' } } })],
    ['name', '/rest/api/space', { key: 'HALF', name: '\ud800' }],
  ])('refuses text that cannot be kept, and names %s', async (field, path, body) => {
    const count = async () => (await call<{ size: number }>('sysadmin', 'GET', '/rest/api/group')).body.size;
    const before = await count();
    const { status, body: answer } = await call<{ message: string }>('sysadmin', 'POST', path, body);
    expect([status, answer.message]).toEqual([400, expect.stringMatching(`^${field}\\b`)]);
    expect(await count()).toBe(before);
  });

  it('keeps every well-formed text', async () => {
    const name = 'g \ud83d\ude00 \uffff \ufffd';
    expect((await call('sysadmin', 'POST', '/rest/api/admin/group', { name })).body).toMatchObject({ name });
  });

  it.each([
    '/rest/api/content/abc',
    '/rest/api/content/99999999999999999999',
    '/rest/api/content/%00',
    '/rest/api/space/%00',
    '/rest/api/space/NOPE',
    '/rest/api/user?username=nobody',
    '/rest/api/group/nothing/member',
    '/rest/api/group/%00/member',
    '/rest/api/backup-restore/jobs/99',
    '/rest/api/nothing',
  ])('finds nothing at %s', async (path) => {
    expect(await call('sysadmin', 'GET', path)).toMatchObject({ status: 404, body: { statusCode: 404 } });
  });

  it('refuses paths and bodies that cannot be read, without a fault of its own', async () => {
    expect((await call('sysadmin', 'GET', '/rest/api/space/%E0%A4%A')).status).toBe(400);
    expect(
      (
        await call(
          'sysadmin',
          'POST',
          '/rest/api/content',
          page('Big', { body: { storage: { value: 'x'.repeat(6e6) } } }),
        )
      ).status,
    ).toBe(413);
    expect(
      (
        await call('sysadmin', 'POST', '/rest/api/content', 'a=b', {
          'content-type': 'text/strange',
          'x-atlassian-token': 'no-check',
        })
      ).status,
    ).toSatisfy((status: number) => status === 400 || status === 415);
  });
});
