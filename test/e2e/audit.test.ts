import { EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { Administration, type CreatedLink } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const page = '/admin/application-links/audit';
const rest = '/rest/application-links/latest/events';
const day = 86_400_000;
const hostile = '=HYPERLINK("https://evil.example","x")<img src=x onerror=alert(1)>';
const platforms = ['express', 'fastify'] as const;
const hosts = databases.map(
  (database, index) => [`${database.name}, ${platforms[index] ?? ''}`, database, platforms[index]] as const,
);

interface EventJson {
  readonly id: number;
  readonly type: string;
  readonly at: string;
  readonly linkName: string | null;
  readonly actorName: string | null;
  readonly address: string | null;
}

interface EventsJson {
  readonly results: readonly EventJson[];
  readonly next: string | null;
}

describe.each(hosts)('the audit trail on %s', (_name, database, platform) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let administration: Administration;
  let kept: CreatedLink;
  let deleted: CreatedLink;
  let [adminId, start] = ['', 0];

  const asked = (query: Readonly<Record<string, string>>) => new URLSearchParams(query).toString();
  const ask = async (query: Readonly<Record<string, string>>) =>
    (await admin.request(`${rest}?${asked({ limit: '200', ...query })}`)).json<EventsJson>();
  const found = async (query: Readonly<Record<string, string>>) =>
    (await ask(query)).results.map(({ type, linkName }) => `${linkName ?? '-'} ${type}`);
  const exported = async (query: Readonly<Record<string, string>>) =>
    admin.request(`${page}/export?${asked({ format: 'jsonl', ...query })}`);
  const addressKeys: Readonly<Record<string, string>> = {
    '198.51.100.7': '00000000000000000000ffffc6336407',
    '2001:db8::5': '20010db8000000000000000000000005',
  };
  const insert = (events: readonly Partial<EventRecord>[]) =>
    wiki.get(DataSource).manager.insert(
      EventRecord,
      events.map((event) => ({
        type: 'credentials.viewed',
        details: {},
        ...event,
        addressKey: addressKeys[event.address ?? ''] ?? null,
      })),
    );

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, contextPath: '/confluence' });
    admin = await new HttpSession(wiki.url).signIn('admin');
    administration = await Administration.of(admin);
    adminId = (await wiki.get(PeopleService).byUsername('admin')).id;
    start = wiki.clock.now();
    kept = await administration.createLink({ name: hostile });
    deleted = await administration.createLink({ name: 'Field Notes' });
    await administration.updateLink(kept.id, { redirectUris: ['https://new.example.com/callback'] });
    await administration.deleteLink(deleted.id);
  });

  afterAll(() => wiki.close());

  it('shows every link’s events, newest first, the deleted ones by their recorded name', async () => {
    expect(await found({})).toEqual([
      'Field Notes link.deleted',
      `${hostile} link.updated`,
      'Field Notes link.created',
      `${hostile} link.created`,
    ]);
    const { text } = await admin.get(page);
    expect(text).toContain('Field Notes');
    expect(text).toContain('Deleted');
    expect(text).toMatch(/<del>.*app\.example\.com\/callback.*<\/del> → <ins>.*new\.example\.com\/callback.*<\/ins>/);
  });

  it('is filtered by link, by kind, by person and by all of them together', async () => {
    const ofDeleted = ['Field Notes link.deleted', 'Field Notes link.created'];
    expect(await found({ link: 'field NOTES' })).toEqual(ofDeleted);
    expect(await found({ link: deleted.clientId })).toEqual(ofDeleted);
    expect(await found({ link: kept.clientId, type: 'link.updated' })).toEqual([`${hostile} link.updated`]);
    expect(await found({ link: 'no such link' })).toEqual([]);
    expect(await found({ type: 'links' })).toHaveLength(4);
    expect(await found({ type: 'secrets' })).toEqual([]);
    expect(await found({ person: 'admin' })).toHaveLength(4);
    expect(await found({ person: adminId, link: 'Field', type: 'link.created' })).toEqual(['Field Notes link.created']);
    expect(await found({ person: 'writer' })).toEqual([]);
  });

  it('finds whoever did it and whoever it was done to, once each', async () => {
    const at = start - 900 * day;
    await insert([
      { at, actorId: 'gone', userId: 'gone' },
      { at, actorId: adminId, userId: 'gone' },
      { at, actorId: 'gone', userId: adminId },
    ]);
    const days = { to: new Date(at).toISOString().slice(0, 10) };
    expect((await ask({ person: 'gone', ...days })).results).toHaveLength(3);
    expect((await ask({ person: adminId, ...days })).results).toHaveLength(2);
    const { text } = await admin.get(`${page}?${asked({ person: 'gone', ...days })}`);
    expect(text).toContain('a person who is gone');
    expect(text).toContain('<code class="db-mono" dir="ltr">gone</code>');
  });

  it('is filtered by address and by network, whatever their spelling', async () => {
    const at = start - 800 * day;
    await insert([
      { at, address: '198.51.100.7' },
      { at, address: '2001:db8::5' },
      { at, address: 'unknown' },
    ]);
    const from = async (address: string) => (await ask({ address })).results.map((event) => event.address);
    expect(await from('198.51.100.7')).toEqual(['198.51.100.7']);
    expect(await from('::ffff:198.51.100.7')).toEqual(['198.51.100.7']);
    expect(await from('198.51.100.0/24')).toEqual(['198.51.100.7']);
    expect(await from('198.51.101.0/24')).toEqual([]);
    expect(await from('2001:DB8::/64')).toEqual(['2001:db8::5']);
    expect((await ask({ address: '198.51.100.0/24', type: 'secrets', person: 'gone' })).results).toEqual([]);
    expect((await ask({ address: '198.51.100.0/24', type: 'secrets' })).results).toHaveLength(1);
  });

  it('holds the first and the last moment of the days that are asked for', async () => {
    const [first, last] = [Date.UTC(2024, 1, 28), Date.UTC(2024, 1, 29, 23, 59, 59, 999)];
    await insert([first - 1, first, last, last + 1].map((at) => ({ at })));
    const times = (await ask({ from: '2024-02-28', to: '2024-02-29' })).results.map(({ at }) => Date.parse(at));
    expect(times).toEqual([last, first]);
  });

  it('pages without a gap and without a repetition while new events come', async () => {
    const at = start - 700 * day;
    await insert(
      Array.from({ length: 130 }, (_, index) => ({ at: at + Math.floor(index / 10), type: 'secret.ended' })),
    );
    const all = (await ask({ type: 'secret.ended' })).results.map(({ id }) => id);
    const seen: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const answer: EventsJson = await ask({ type: 'secret.ended', limit: '9', ...(next && { olderThan: next }) });
      seen.push(...answer.results.map(({ id }) => id));
      next = answer.next;
      await insert([{ at: wiki.clock.now(), type: 'secret.ended' }]);
    }
    expect(seen).toEqual(all);
    expect(all).toHaveLength(130);
  });

  it('leads on the page to older, newer and newest events, and keeps the filters', async () => {
    const linkTo = (text: string, label: string) =>
      new RegExp(`<a class="db-button db-button-small" href="([^"]*)"[^>]*>${label}<`)
        .exec(text)?.[1]
        ?.replaceAll('&amp;', '&');
    const firstPage = await admin.get(`${page}?type=secret.ended`);
    expect(linkTo(firstPage.text, 'Newest')).toBeUndefined();
    const second = await admin.get(linkTo(firstPage.text, 'Older') ?? '');
    expect(second.url).toContain('type=secret.ended');
    const rows = (text: string) =>
      [...text.matchAll(/<time[^>]*dateTime="([^"]*)"|<time[^>]*datetime="([^"]*)"/gi)].map(([all]) => all);
    const back = await admin.get(linkTo(second.text, 'Newer') ?? '');
    expect(rows(back.text)).toEqual(rows(firstPage.text));
    expect(rows(back.text)).toHaveLength(50);
    expect(linkTo(second.text, 'Newest')).toBe('/confluence/admin/application-links/audit?type=secret.ended');
  });

  it('is exported as it is filtered, to the last event, and says that it was', async () => {
    await insert(
      Array.from({ length: 2_300 }, (_, index) => ({ at: start - 600 * day + index, type: 'form.throttled' })),
    );
    const queries: readonly Readonly<Record<string, string>>[] = [
      { type: 'attempts' },
      { type: 'links' },
      { link: 'Field' },
      { type: 'authorization.denied' },
    ];
    for (const query of queries) {
      const answer = await exported(query);
      const lines = answer.text.split('\n').filter((line) => line !== '');
      const ids: number[] = [];
      for (let next: string | null = ''; next !== null;) {
        const part: EventsJson = await ask({ ...query, ...(next && { olderThan: next }) });
        ids.push(...part.results.map(({ id }) => id));
        next = part.next;
      }
      expect(lines.map((line) => (JSON.parse(line) as EventJson).id)).toEqual(ids);
      const [event] = (await ask({ type: 'audit' })).results as (EventJson & { details: object })[];
      expect(event?.details).toEqual({ format: 'jsonl', filters: query, count: ids.length < 1000 ? ids.length : null });
    }
    expect((await ask({ type: 'attempts' })).results).toHaveLength(200);
  });

  it('P18 P19 is exported as CSV with a name, and with no cell that a spreadsheet would run', async () => {
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const address = `${wiki.url}${page}/export?format=csv&link=${kept.clientId}`;
    const { headers, ...answer } = await fetch(address, { headers: { cookie } }).then(async (response) => ({
      headers: response.headers,
      bytes: Buffer.from(await response.arrayBuffer()),
    }));
    expect(answer.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const text = answer.bytes.subarray(3).toString();
    expect(headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/);
    expect(headers.get('content-disposition')).toMatch(
      /^attachment; filename="application-links-audit-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const rows = text.split('\r\n');
    expect(rows[0]).toContain('id,time_utc,type,event,changes,link_name,client_id');
    expect(rows).toHaveLength(4);
    expect(text).toContain(`"'${hostile.replaceAll('"', '""')}"`);
    expect(text).not.toMatch(/(^|,|\n)"?[=@+\t-]/);
    expect(text).toContain('Redirect URLs: https://app.example.com/callback → https://new.example.com/callback');
  });

  it('P20 refuses what cannot be asked with a 400 that names the parameter', async () => {
    const refused = {
      type: ['link', 'links ', '%00', 'x'.repeat(600)],
      address: ['here', '10.0.0.0/33', '2001:db8::/129', '%00'],
      from: ['yesterday', '2026-02-30', '0', '2026-11-30T00:00'],
      to: ['30.11.2026', '99999-01-01', '%F0%9F'],
      olderThan: ['1', '1-2-3', 'x'.repeat(600), '-1-2'],
      newerThan: ['1', '12345678901234567890-1'],
      link: ['%00', 'x'.repeat(600)],
      person: ['%07', 'x'.repeat(600)],
    };
    for (const [name, values] of Object.entries(refused)) {
      for (const value of values.filter((one) => one !== 'links ')) {
        for (const path of [page, rest, `${page}/export`, `${rest}/export`]) {
          if (path.endsWith('export') && name.endsWith('Than')) continue;
          const answer = await admin.request(`${path}?format=csv&${name}=${value}`);
          expect([answer.status, answer.text.includes(name)], `${path} ${name}=${value.slice(0, 40)}`).toEqual([
            400,
            true,
          ]);
        }
      }
      expect((await admin.request(`${rest}?${name}=1&${name}=2`)).status, name).toBe(400);
    }
    for (const path of [rest, page])
      expect((await admin.request(`${path}?from=2026-11-30&to=2026-11-29`)).status).toBe(400);
    for (const wrong of ['from=yesterday', 'type=link', 'olderThan=1'])
      expect((await admin.request(`${page}?address=here&${wrong}`)).status, wrong).toBe(400);
    expect((await admin.request(`${page}/export`)).text).toContain('format');
    expect((await admin.request(`${rest}/export?format=xlsx`)).text).toContain('csv, jsonl');
  });

  it('is for administrators', async () => {
    const writer = await new HttpSession(wiki.url).signIn('writer');
    const nobody = new HttpSession(wiki.url);
    for (const path of [page, `${page}/export?format=csv`]) {
      expect((await writer.get(path)).status).toBe(403);
      expect((await nobody.request(path, { redirect: 'manual' })).status).toBe(303);
    }
    for (const path of [rest, `${rest}/export?format=csv`]) {
      expect((await writer.request(path)).status).toBe(403);
      expect((await nobody.request(path)).status).toBe(401);
    }
  });
});
