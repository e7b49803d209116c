import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkLookup, LinkRules, LinksService } from 'nestjs-drawbridge/application-links';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applied } from '../../libs/cli/src/apply/applied-change.js';
import { checkedLinks } from '../../libs/cli/src/apply/checked-links.js';
import { parseLinkFile } from '../../libs/cli/src/apply/link-file.js';
import { planOf } from '../../libs/cli/src/apply/plan.js';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { CommandLine } from '../support/command-line.js';
import { databases, type FreshDatabase, sqlite } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { WikiProcess } from '../support/wiki-process.js';

interface Applied {
  readonly dryRun: boolean;
  readonly changes: readonly {
    readonly action: string;
    readonly name: string;
    readonly id: string;
    readonly clientId: string;
    readonly before?: object;
    readonly after?: object;
    readonly clientSecret?: string;
    readonly secretFile?: string;
  }[];
  readonly unchanged: number;
  readonly others: number;
}

const patience = { timeout: 240_000 };

describe.each(databases)('a file of links beside a running wiki on %s', (database) => {
  let fresh: FreshDatabase;
  let wiki: WikiProcess;
  let admin: HttpSession;
  let line: CommandLine;
  let folder: string;

  beforeAll(async () => {
    fresh = await database.fresh();
    wiki = await WikiProcess.start({ database: fresh });
    admin = await new HttpSession(wiki.url).signIn('admin');
    line = new CommandLine(fresh, { BASE_URL: wiki.url });
    folder = await mkdtemp(join(tmpdir(), 'drawbridge-file-'));
  });

  afterAll(async () => {
    await wiki.stop();
    await fresh.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const apply = async (text: string, ...more: readonly string[]) => {
    await writeFile(join(folder, 'links.yaml'), text);
    const { code, out, error } = await line.run(['links', 'apply', join(folder, 'links.yaml'), '--json', ...more]);
    return { code, error, answer: out === '' ? null : (JSON.parse(out) as Applied) };
  };

  it('is applied again and again, and changes what it says and nothing else', patience, async () => {
    const yaml = `
links:
  - name: Field Notes
    redirectUris: [https://notes.example.com/callback]
    scopes: [WRITE, READ]
  - name: Pocket Reader
    clientType: public
    redirectUris: [com.example.reader:/callback]
    scopes: [READ]
`;
    const planned = await apply(yaml, '--dry-run');
    expect(planned).toMatchObject({ code: 3, error: '', answer: { dryRun: true, unchanged: 0, others: 0 } });
    expect(await line.json('links', 'list')).toMatchObject({ total: 0 });

    const first = await apply(yaml, '--secrets-dir', join(folder, 'secrets'));
    expect(first.code).toBe(0);
    const [notes, reader] = first.answer?.changes ?? [];
    expect([notes?.name, reader?.name]).toEqual(['Field Notes', 'Pocket Reader']);
    const file = join(folder, 'secrets', `${notes?.clientId ?? ''}.json`);
    expect([notes?.secretFile, notes?.clientSecret, reader?.clientSecret]).toEqual([file, undefined, null]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'secrets'))).toHaveLength(1);
    const { clientSecret } = JSON.parse(await readFile(file, 'utf8')) as { clientSecret: string };

    const again = await apply(yaml);
    expect(again).toEqual({ code: 0, error: '', answer: { dryRun: false, changes: [], unchanged: 2, others: 0 } });
    expect((await apply(yaml, '--dry-run')).code).toBe(0);

    await line.must('links', 'disable', 'Field Notes');
    const changed = yaml
      .replace('Field Notes', 'Field notes 2\n    renamedFrom: field notes')
      .replace('[READ]', '[ADMIN]');
    const second = await apply(changed);
    expect(second.answer?.changes).toMatchObject([
      { action: 'update', id: notes?.id, before: { name: 'Field Notes' }, after: { name: 'Field notes 2' } },
      { action: 'update', id: reader?.id, before: { scopes: ['READ'] }, after: { scopes: ['ADMIN'] } },
    ]);
    expect((await apply(changed, '--dry-run')).code).toBe(0);
    const shown = await line.json('links', 'show', notes?.id ?? '', '--secret');
    expect(shown).toMatchObject({ name: 'Field notes 2', enabled: false, credentials: { clientSecret } });

    const onlyReader =
      changed.slice(0, changed.indexOf('  - name: Field')) + changed.slice(changed.indexOf('  - name: Pocket'));
    expect((await apply(onlyReader)).answer).toMatchObject({ changes: [], others: 1 });
    const pruned = await apply(onlyReader, '--prune');
    expect(pruned.answer).toMatchObject({ changes: [{ action: 'delete', id: notes?.id }], unchanged: 1, others: 0 });
  });

  it('P13 what it narrows, disables or prunes is refused by the wiki when it has ended', patience, async () => {
    const uri = 'https://app.example.com/callback';
    const application = await LinkedApplication.create(wiki.url, admin, { name: 'Narrowed', redirectUris: [uri] });
    const { accessToken } = await application.tokensFrom(await new HttpSession(wiki.url).signIn('writer'));
    const status = async (path = '/rest/api/user/current') => (await call(wiki.url, accessToken, path)).status;
    expect(await status()).toBe(200);
    const file = (more: string) =>
      `links: [{ name: Narrowed, redirectUris: ['${uri}'], scopes: [READ, WRITE]${more} }]`;
    expect((await apply(file(', enabled: false'))).code).toBe(0);
    expect(await status()).toBe(401);
    expect((await apply(file(', enabled: true'))).code).toBe(0);
    expect(await status()).toBe(200);
    expect((await apply(file('').replace('Narrowed', 'Another'), '--prune')).code).toBe(0);
    expect(await status()).toBe(401);
  });

  if (database !== databases[0]) return; // nothing is asked of the database

  it('names everything that is wrong with it, line by line, and does nothing', patience, async () => {
    await (await Administration.of(admin)).createLink({ name: 'Confidential' });
    const before = await line.json('links', 'list');
    const wrong = await apply(`links:
  - name: Fine
    redirectUris: [https://fine.example.com/]
    scopes: [READ]
  - name: FINE
    redirectUri: https://fine.example.com/
    scopes: [READ, EVERYTHING]
  - clientType: public
    name: "\\x1b[2J"
    redirectUris: [javascript:alert(1)]
    scopes: [READ]
whatever: 1
`);
    expect([wrong.code, wrong.answer]).toEqual([1, null]);
    const { error } = JSON.parse(wrong.error) as {
      error: { kind: string; problems: { line: number; field: string }[] };
    };
    expect(error.problems.map(({ line, field }) => [line, field])).toEqual([
      [5, 'redirectUris'],
      [6, 'redirectUri'],
      [7, 'scopes'],
      [9, 'name'],
      [10, 'redirectUris'],
      [12, undefined],
    ]);
    const conflict = await apply(
      'links: [{ name: Confidential, clientType: public, redirectUris: [com.example.app:/x], scopes: [READ] }]',
    );
    expect([conflict.code, conflict.error]).toEqual([1, expect.stringContaining('cannot change')]);
    const empty = await apply('links: []', '--prune');
    expect([empty.code, empty.error]).toEqual([1, expect.stringContaining('mentions no link')]);
    expect(await line.json('links', 'list')).toEqual(before);
  });
});

describe('a file of links while administrators change them', () => {
  let wiki: RunningWiki;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite });
  });

  afterAll(() => wiki.close());

  const theHost = {
    actor: { userId: null, address: null },
    person: null,
    clientId: null,
    ceiling: 'SYSTEM_ADMIN',
  } as const;
  const planFor = async (text: string, prune: boolean) => {
    const { links, problems } = await checkedLinks(parseLinkFile(text), wiki.get(LinkRules));
    expect(problems).toEqual([]);
    const present = await wiki.get(LinkLookup).list({ query: '', start: 0, limit: 100 });
    return planOf(links, present.links, prune);
  };

  it.each([false, true])('does not undo what somebody changed since it was compared (deletion: %s)', async (prune) => {
    const name = `Changed meanwhile ${String(prune)}`;
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const administration = await Administration.of(admin);
    const { id } = await administration.createLink({ name });
    const file = `links: [{ name: ${prune ? 'Another' : name}, redirectUris: [https://a.example.com/], scopes: [READ] }]`;
    const change = (await planFor(file, prune)).changes.find((one) => one.action === (prune ? 'delete' : 'update'));
    await administration.updateLink(id, { description: 'Changed by hand' });
    if (!change) throw new Error('Nothing was planned.');
    await expect(applied((token) => wiki.get(token), theHost, change, null)).rejects.toThrow(/changed/);
    expect((await wiki.get(LinkLookup).find(id)).description).toBe('Changed by hand');
    await wiki.get(LinksService).remove(theHost, id);
  });
});
