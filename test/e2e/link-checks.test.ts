import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const platforms = ['express', 'fastify'] as const;

describe.each(platforms)('judging the fields of a link while they are filled in, on %s', (platform) => {
  let wiki: RunningWiki;
  let session: HttpSession;
  let ticket: string;

  beforeAll(async () => {
    wiki = await startWiki({ database: databases[0]!, platform, contextPath: '/confluence' });
    session = await new HttpSession(wiki.url).signIn('admin');
    ticket = await ticketOf(session);
  });

  afterAll(async () => wiki.close());

  const ticketOf = async (of: HttpSession) =>
    /<meta name="csrf-token" content="([^"]+)"/.exec((await of.get('/profile/authorized-applications')).text)?.[1] ??
    '';

  const check = async (
    fields: [string, string][],
    { path = 'new', by = session, ...headers }: { path?: string; by?: HttpSession } & Record<string, unknown> = {},
  ) =>
    by.request(`/admin/application-links/${path}/check`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'x-csrf-token': ticket, 'sec-fetch-site': 'same-origin', ...(headers as Record<string, string>) },
    });

  it('names each input that is not right, by the rules of saving, and changes nothing', async () => {
    const before = (await session.get('/rest/application-links/latest/links')).json();
    const answer = await check([
      ['name', ''],
      ['scope', 'READ'],
      ['clientType', 'confidential'],
      ['redirectUris', 'https://app.example.com/cb'],
      ['redirectUris', ''],
      ['redirectUris', '<script>alert(1)</script>'],
      ['redirectUris', 'https://app.example.com/cb'],
      ['accessTokenSeconds', '9'.repeat(9)],
      ['accessTokenSecondsUnit', 'days'],
    ]);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.json()).toEqual({
      name: 'Give the application a name.',
      'redirectUris-1': expect.stringContaining('no spaces') as string,
      'redirectUris-2': 'This redirect URL is there twice.',
      accessTokenSeconds: expect.stringContaining('from 1 second to 1 hour') as string,
    });
    expect((await session.get('/rest/application-links/latest/links')).json()).toEqual(before);
  });

  it('knows which name a link has itself', async () => {
    const administration = await Administration.of(session);
    const { id } = await administration.createLink({ name: 'Mine' });
    const fields: [string, string][] = [
      ['name', 'mine'],
      ['scope', 'READ'],
      ['clientType', 'confidential'],
      ['redirectUris', 'https://app.example.com/cb'],
      ['version', '1'],
    ];
    expect((await check(fields)).json()).toEqual({ name: expect.stringContaining('already a link') as string });
    expect((await check(fields, { path: `${id}/edit` })).json()).toEqual({});
    expect((await check(fields, { path: `${'0'.repeat(32)}/edit` })).status).toBe(404);
  });

  it('P17 answers nobody but an administrator at a page of this session', async () => {
    const writer = await new HttpSession(wiki.url).signIn('writer');
    const other = await new HttpSession(wiki.url).signIn('sysadmin');
    expect((await check([['name', 'x']], { 'x-csrf-token': '' })).status).toBe(403);
    expect((await check([['name', 'x']], { 'x-csrf-token': await ticketOf(other) })).status).toBe(403);
    expect((await check([['name', 'x']], { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await check([['name', 'x']], { by: writer, 'x-csrf-token': await ticketOf(writer) })).status).toBe(403);
    const stranger = await check([['name', 'x']], { by: new HttpSession(wiki.url) });
    expect(new URL(stranger.url).pathname).toBe('/confluence/login');
  });

  it('P17 adds an input to nothing that another site sent', async () => {
    const answer = await session.request('/admin/application-links/new/details', {
      method: 'POST',
      body: new URLSearchParams({ name: 'Planted', add: 'redirectUri', ticket: 'none' }),
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
    expect(answer.text).not.toContain('Planted');
  });
});
