import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { CommandLine } from '../support/command-line.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { WikiProcess } from '../support/wiki-process.js';

interface MadeLink {
  readonly id: string;
  readonly clientId: string;
  readonly credentials: { readonly clientId: string; readonly clientSecret: string };
}

interface Trail {
  readonly results: readonly { readonly type: string; readonly actorName: string | null; readonly address: string }[];
}

const patience = { timeout: 180_000 };
const redirect = ['--redirect-uri', 'https://app.example.com/callback'];

describe.each(databases)('the command line beside a running wiki on %s', (database) => {
  let fresh: FreshDatabase;
  let wiki: WikiProcess;
  let admin: HttpSession;
  let writer: HttpSession;
  let line: CommandLine;

  beforeAll(async () => {
    fresh = await database.fresh();
    wiki = await WikiProcess.start({ database: fresh });
    admin = await new HttpSession(wiki.url).signIn('admin');
    writer = await new HttpSession(wiki.url).signIn('writer');
    line = new CommandLine(fresh, { BASE_URL: wiki.url });
  });

  afterAll(async () => {
    await wiki.stop();
    await fresh.drop();
  });

  const status = async (token: string) => (await call(wiki.url, token, '/rest/api/user/current')).status;

  it('P13 what it disables, rotates or deletes is refused by the wiki when it has ended', patience, async () => {
    const application = await LinkedApplication.create(wiki.url, admin, { name: 'Ended by command' });
    const { accessToken, refreshToken } = await application.tokensFrom(writer);
    expect(await status(accessToken)).toBe(200);
    expect(await line.must('links', 'disable', 'ended by COMMAND')).toBe('Ended by command is disabled.\n');
    expect(await status(accessToken)).toBe(401);
    expect(await line.must('links', 'disable', application.link.id)).toContain('is disabled already');
    await line.must('links', 'enable', application.link.clientId);
    expect(await status(accessToken)).toBe(200);

    const rotated = await line.json<{ clientSecret: string }>('links', 'rotate', application.link.id);
    expect((await application.refresh(refreshToken)).status).toBe(401);
    const renewed = await application.refresh(refreshToken, { client_secret: rotated.clientSecret });
    expect(renewed.status).toBe(200);

    const unsaid = await line.run(['links', 'delete', 'Ended by command']);
    expect([unsaid.code, unsaid.error]).toEqual([2, expect.stringContaining('ends the authorizations of 1 person.')]);
    const token = String(renewed.body.access_token);
    expect(await status(token)).toBe(200);
    await line.must('links', 'delete', 'Ended by command', '--yes');
    expect(await status(token)).toBe(401);
  });

  it('makes a link that works, and shows its secret to whoever asks for it', patience, async () => {
    const words = ['--name', 'Made by command', '--scope', 'READ', '--scope', 'WRITE'];
    const made = await line.json<MadeLink>('links', 'create', ...words, ...redirect);
    const shown = await admin.request(`/rest/application-links/latest/links/${made.id}`);
    const { credentials, ...link } = made;
    expect(link).toEqual(shown.json());
    const all = await line.json<{ results: object[]; total: number }>('links', 'list', '--query', 'made by');
    expect(all).toMatchObject({ results: [link], size: 1, total: 1 });
    const again = await line.json<MadeLink>('links', 'show', made.clientId, '--secret');
    expect(again.credentials.clientSecret).toBe(credentials.clientSecret);

    const taken = await line.run(['links', 'create', ...words, ...redirect, '--json']);
    expect([taken.code, taken.out]).toEqual([1, '']);
    expect(JSON.parse(taken.error)).toMatchObject({ error: { kind: 'conflict', problems: [{ field: '--name' }] } });
  });

  if (database !== databases[0]) return; // what follows asks nothing particular of a database

  it('P11 shows secrets nowhere else, and writes them to a file that only its owner reads', patience, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'drawbridge-secrets-'));
    try {
      const file = join(folder, 'secret.json');
      const create = ['links', 'create', '--name', 'Kept apart', '--scope', 'READ', ...redirect, '--secret-file', file];
      const told = await line.must(...create);
      const { clientSecret } = JSON.parse(await readFile(file, 'utf8')) as MadeLink['credentials'];
      expect(clientSecret).toMatch(/^[0-9a-f]{64}$/);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const taken = await line.run(['links', 'rotate', 'Kept apart', '--secret-file', file]);
      expect([taken.code, taken.error]).toEqual([1, expect.stringContaining('--secret-file')]);
      const outputs = [told, taken.out, taken.error, wiki.output];
      for (const words of [['links', 'list'], ['links', 'show', 'Kept apart'], ['audit']])
        for (const more of [[], ['--json']]) outputs.push(await line.must(...words, ...more));
      expect(outputs.filter((output) => output.includes(clientSecret))).toEqual([]);
      expect(await line.must('links', 'show', 'Kept apart', '--secret')).toContain(clientSecret);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('says in the audit trail that it was the command line, and in whose name', patience, async () => {
    await LinkedApplication.create(wiki.url, admin, { name: 'Written down' });
    await line.must('links', 'show', 'Written down', '--secret', '--as', 'admin');
    await line.must('links', 'disable', 'Written down');
    const { results } = await line.json<Trail>('audit', '--link', 'Written down', '--limit', '2');
    expect(results).toMatchObject([
      { type: 'link.disabled', actorName: null, address: expect.stringMatching(/^command line \(\S+\)$/) as string },
      { type: 'credentials.viewed', actorName: 'Ada Admin' },
    ]);
    const own = (await admin.request('/rest/api/audit')).json<{ results: { summary: string }[] }>();
    expect(own.results.map(({ summary }) => summary)).toContain('Link disabled');
    const only = await line.must('audit', '--type', 'link.disabled', '--since', '2020-01-01');
    expect(only.split('\n')[1]).toMatch(/ link\.disabled +Written down +command line/);
  });

  it.each([
    ['reader', '--as: This person is no administrator now, so nothing is done in their name.\n'],
    ['nobody', "--as: there is no person 'nobody'.\n"],
  ])('P17 does nothing in the name of %s', patience, async (person, error) => {
    const { link } = await LinkedApplication.create(wiki.url, admin, { name: `Not for ${person}` });
    expect(await line.run(['links', 'disable', link.id, '--as', person])).toEqual({ code: 1, out: '', error });
    const shown = await admin.request(`/rest/application-links/latest/links/${link.id}`);
    expect(shown.json()).toMatchObject({ enabled: true, version: 1 });
  });

  it('P18 shows what strangers wrote, and lets a terminal obey none of it', patience, async () => {
    const description = 'one\ntwo \u202eelif.exe\u200b 日本';
    const administration = await Administration.of(admin);
    const { id } = await administration.createLink({ name: 'Hostile <b>' });
    await administration.updateLink(id, { description });
    const shown = await line.must('links', 'show', id);
    expect(shown).toMatch(/^Description: +one\\u\{a\}two \\u\{202e\}elif\.exe\\u\{200b\} 日本$/m);
    const json = await line.must('links', 'show', id, '--json');
    expect(json).not.toMatch(/[\u202e\u200b]/);
    expect(JSON.parse(json)).toMatchObject({ description });
  });

  it('P20 names the option whose value makes no sense', patience, async () => {
    const words = ['--name', 'X\u0007', '--scope', 'FOO', '--redirect-uri', 'javascript:1', '--family-seconds', '1'];
    const { code, out, error } = await line.run(['links', 'create', ...words]);
    expect([code, out]).toEqual([2, '']);
    for (const option of ['--name', '--scope', '--redirect-uri', '--family-seconds'])
      expect(error).toContain(`  ${option}: `);
  });

  it('follows the audit trail until somebody has seen enough', patience, async () => {
    const { link } = await LinkedApplication.create(wiki.url, admin, { name: 'Followed' });
    const following = line.start('audit', '--follow', '--json', '--link', link.id);
    const lines = createInterface({ input: following.stdout });
    const first = once(lines, 'line') as Promise<[string]>;
    const administration = await Administration.of(admin);
    const changing = setInterval(
      () => void administration.updateLink(link.id, { description: `${Math.random()}` }),
      700,
    );
    const [event] = await first;
    clearInterval(changing);
    expect(JSON.parse(event)).toMatchObject({ type: 'link.updated', actorName: 'Ada Admin' });
    following.kill('SIGINT');
    await once(following, 'exit');
  });

  it('is quiet when a pipe is closed before the end', patience, async () => {
    const listing = line.start('audit', '--json', '--limit', '1000');
    let error = '';
    listing.stderr.on('data', (text: Buffer) => (error += text.toString()));
    listing.stdout.destroy();
    expect([await once(listing, 'exit'), error]).toEqual([[0, null], '']);
  });
});

describe('the command line where there is no wiki', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'drawbridge-none-'));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([
    [['links', 'list', '--limit', '0'], '--limit'],
    [['links', 'create'], '--name'],
    [['links', 'rotate', 'X', '--overlap', '-1'], '--overlap'],
    [['audit', '--type', 'link.exploded'], '--type'],
    [['audit', '--since', 'yesterday'], '--since'],
    [['links', 'shew', 'X'], 'shew'],
    [['links', 'list', 'X', 'Y'], 'too many arguments'],
    [['links', 'apply', '/nowhere', '--secret-dir', '\u001b[2J'], '--secrets-dir'],
  ])('P20 ends %j with 2 and a sentence on standard error', patience, async (words, named) => {
    const { code, out, error } = await new CommandLine({ dataDir: join(folder, 'data') }).run(words);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain(named);
    expect(await readdir(folder)).toEqual([]);
    // eslint-disable-next-line no-control-regex
    expect(error).not.toMatch(/[\0-\x09\x0b-\x1f]| at .*\.js/);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['SQLite', {}],
    ['SQLite, with keys', { WIKI_KEYS: `one:${Buffer.alloc(32).toString('base64')}` }],
    ['PostgreSQL', { DATABASE_URL: 'postgres://somebody:hush-hush@127.0.0.1:1/none' }],
  ])('refuses on %s, says why once, and leaves nothing behind', patience, async (_name, env) => {
    const { code, out, error } = await new CommandLine({ dataDir: join(folder, 'data') }, env).run(['links', 'list']);
    expect([code, out]).toEqual([1, '']);
    expect(error.trim().split('\n')).toHaveLength(1);
    expect(error).not.toContain('hush');
    expect(await readdir(folder)).toEqual([]);
  });
});
