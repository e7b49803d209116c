import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from '../../../support/raw-request.js';
import { journal } from '../host/journal.js';
import { platforms, type RunningHost, startHost } from '../start-host.js';
import { shapes } from './shapes.js';
import { askings, spellings } from './spellings.js';

const cases = platforms.flatMap((platform) => shapes.map((shape) => ({ platform, ...shape })));

/** A path for each way of being declared. */
const spelled = [
  '/pages',
  '/pages/admin',
  '/pages/files/a/b',
  '/admin',
  '/admin/deep/er',
  '/closed',
  '/derived/inherited/all',
  '/mounted/rooms',
];
const others = [
  '/pages/probe',
  '/pages/7',
  '/pages/search',
  '/also/pages/admin',
  '/admin/any',
  '/forgotten',
  '/derived/7',
  '/plugin',
];

/** Every handler there is, and none. */
const handlers = [
  '',
  'ADMIN admin.any',
  'ADMIN admin.list',
  'ADMIN admin.rest',
  'ADMIN newReports.list',
  'ADMIN pages.administer',
  'ADMIN pages.options',
  'ADMIN pages.probe',
  'ADMIN pages.remove',
  'ADMIN reports.all',
  'CLOSED closed.list',
  'NONE forgotten.list',
  'READ derived.one',
  'READ pages.file',
  'READ pages.list',
  'READ pages.one',
  'READ pages.search',
  'READ reports.list',
  'SYSTEM_ADMIN base.inherited',
  'WRITE pages.add',
  'WRITE plugin.list',
  'WRITE rooms.list',
];

describe.each(cases)('P3 routes on $platform, $name', ({ platform, prefix, reports, ...shape }) => {
  let host: RunningHost;
  let reader: Record<string, string>;
  let all: Record<string, string>;
  const below = (paths: readonly string[]) => paths.map((path) => prefix + path);
  const found = new Set<string>();

  beforeAll(async () => {
    host = await startHost(platform, shape);
    reader = { authorization: `Bearer ${await host.token('READ')}` };
    all = { authorization: `Bearer ${await host.token('SYSTEM_ADMIN')}` };
  });

  afterAll(() => host.close());

  /** What became of a request: the status, and which handlers ran. */
  const ask = async (method: string, target: string, headers: Readonly<Record<string, string>>) => {
    journal.splice(0);
    const { status } = await sendRaw(host.origin, { method, target, headers });
    return { status, ran: [...journal] };
  };

  /** A person's session shows which handler a request reaches; a token must reach that one, or nothing. */
  const compare = async (method: string, target: string, headers: Readonly<Record<string, string>> = {}) => {
    const truth = await ask(method, target, { ...headers, cookie: 'person=sysadmin' });
    const byReader = await ask(method, target, { ...headers, ...reader });
    const byAll = await ask(method, target, { ...headers, ...all });
    const [handler = ''] = truth.ran;
    const needed = handler.split(' ')[0] ?? '';
    found.add(handler);
    const refused = { status: 403, ran: [] };
    const asked = `${method} ${target} ${JSON.stringify(headers)}`;
    expect([asked, byReader]).toEqual([asked, ['', 'READ'].includes(needed) ? truth : refused]);
    expect([asked, byAll]).toEqual([asked, ['CLOSED', 'NONE'].includes(needed) ? refused : truth]);
  };

  it.each(spellings)('are judged by their handlers with %s', async (_, spell) => {
    for (const path of [...below(spelled), ...reports]) await compare('GET', spell(path));
  });

  it.each(askings)('are judged by their handlers with $name', async ({ method, headers }) => {
    const paths = Object.keys(headers).length > 0 ? spelled : [...spelled, ...others];
    for (const path of [...below(paths), ...reports]) await compare(method, path, headers);
  });

  it('were all reached', () => {
    expect([...found].sort()).toEqual(handlers);
  });
});
