import { Events, FailureCounter } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseLine } from '../support/database-line.js';
import { databases, type FreshDatabase, postgres } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { beginWindow } from '../support/window.js';

const platforms = ['express', 'fastify'] as const;
const wrong = '0'.repeat(64);
let addresses = 0;

/** An IPv4 address that nobody used yet. */
const newAddress = () => `192.0.2.${(++addresses).toString()}`;

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Array.from({ length: count }).reduce<Promise<T[]>>(
    async (done, _, index) => [...(await done), await work(index)],
    Promise.resolve([]),
  );

/** A client at the token endpoint that asks for nothing: 400 when it is proven, 401 when it is not. */
async function prove(wiki: RunningWiki, clientId: string, clientSecret: string, address: string) {
  const credentials = { client_id: clientId, client_secret: clientSecret };
  const { status } = await postToken(wiki.url, credentials, { 'x-forwarded-for': address });
  return status;
}

const cases = databases.flatMap((database) => platforms.map((platform) => ({ database, platform })));

describe.each(cases)('throttling on $database.name and $platform', ({ database, platform }) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let writer: HttpSession;
  let application: LinkedApplication;

  const right = (address: string) => prove(wiki, application.link.clientId, application.link.clientSecret, address);
  const fail = (address: string) => prove(wiki, application.link.clientId, wrong, address);
  const events = async () => (await wiki.get(Events).page({ limit: 100 })).map((event) => event);

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, config: { trustProxy: ['loopback'] } });
    [admin, writer] = await Promise.all([
      new HttpSession(wiki.url).signIn('admin'),
      new HttpSession(wiki.url).signIn('writer'),
    ]);
    application = await LinkedApplication.create(wiki.url, admin);
  });

  beforeEach(() => {
    beginWindow([wiki]);
  });

  afterAll(() => wiki.close());

  it('P21 lets a network fail ten times a minute in the name of one client', async () => {
    const address = newAddress();
    expect(await times(11, () => fail(address))).toEqual([...Array<number>(10).fill(401), 429]);
    const { clientId, clientSecret } = application.link;
    const credentials = { client_id: clientId, client_secret: clientSecret };
    const answer = await postToken(wiki.url, credentials, { 'x-forwarded-for': address });
    expect([answer.status, answer.body.error]).toEqual([429, 'temporarily_unavailable']);
    expect(answer.body.error_description).toMatch(/^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(answer.headers.get('cache-control')).toContain('no-store');
    wiki.clock.advance(Number(answer.headers.get('retry-after')) * 1000);
    expect(await right(address)).toBe(400);
  });

  it('P21 locks the real client out nowhere but in the network of the guesser', async () => {
    const address = newAddress();
    await times(12, () => fail(address));
    expect(await right(newAddress())).toBe(400);
    const neighbour = await LinkedApplication.create(wiki.url, admin);
    expect(await prove(wiki, neighbour.link.clientId, neighbour.link.clientSecret, address)).toBe(400);
  });

  it('P21 forgets the failures in a name once it is proven', async () => {
    const address = newAddress();
    await times(9, () => fail(address));
    expect(await right(address)).toBe(400);
    expect(await times(9, () => fail(address))).not.toContain(429);
    expect(await right(address)).toBe(400);
  });

  it('P21 lets a network fail a hundred times a minute, whatever the name, and no success buys more', async () => {
    const address = newAddress();
    const own = await LinkedApplication.create(wiki.url, admin);
    const proveOwn = () => prove(wiki, own.link.clientId, own.link.clientSecret, address);
    const name = (index: number) => index.toString(16).padStart(32, '0');
    const answers = await times(100, async (index) => {
      if (index % 10 === 0) expect(await proveOwn()).toBe(400);
      return prove(wiki, name(index), wrong, address);
    });
    expect(answers).not.toContain(429);
    expect(await prove(wiki, name(100), wrong, address)).toBe(429);
    expect(await proveOwn()).toBe(429);
    expect(await prove(wiki, own.link.clientId, own.link.clientSecret, newAddress())).toBe(400);
  });

  it('P21 counts 64 bits of IPv6 as one network, and every spelling of an address as one', async () => {
    const spellings = ['2001:db8:7:1::1', '2001:DB8:7:1::1', '2001:0db8:0007:0001:0:0:0:1', '2001:db8:7:1:ffff::%eth0'];
    await times(10, (index) => fail(spellings[index % spellings.length] ?? ''));
    expect(await fail('2001:db8:7:1:a:b:c:d')).toBe(429);
    expect(await right('2001:db8:7:2::1')).toBe(400);
    const address = newAddress();
    await times(10, (index) => fail(index % 2 ? address : `::FFFF:${address}`));
    expect(await fail(address)).toBe(429);
  });

  it('P21 believes no address that a stranger wrote before the proxy did', async () => {
    const address = newAddress();
    await times(10, () => fail(`${newAddress()}, ${address}`));
    expect(await fail(`${newAddress()}, ${address}`)).toBe(429);
  });

  it('P21 throttles at the revocation endpoint as at the token endpoint', async () => {
    const address = newAddress();
    const revoke = async () => {
      const body = new URLSearchParams({ client_id: application.link.clientId, client_secret: wrong, token: 'x' });
      const headers = { 'x-forwarded-for': address };
      return (await fetch(`${wiki.url}/rest/oauth2/latest/revoke`, { method: 'POST', body, headers })).status;
    };
    await times(5, revoke);
    await times(5, () => fail(address));
    expect([await revoke(), await right(address)]).toEqual([429, 429]);
  });

  it('P21 throttles guesses at codes and refresh tokens, and takes nothing authentic for a guess', async () => {
    const { refreshToken } = await application.tokensFrom(writer);
    const code = await application.codeFrom(writer);
    const guess = async (index: number) => {
      const text = 'A'.repeat(90);
      const { status, body } = await (index % 2 ? application.refresh(text) : application.exchange(text));
      return [status, body.error];
    };
    const guesses = await times(11, guess);
    expect(guesses.slice(0, 10)).toEqual(Array(10).fill([400, 'invalid_grant']));
    expect(guesses[10]).toEqual([429, 'temporarily_unavailable']);
    expect((await application.exchange(code)).status).toBe(200);
    expect((await application.refresh(refreshToken)).status).toBe(200);
    expect((await application.exchange(code)).body.error).toBe('invalid_grant');
  });

  it('P21 counts no replay of an authentic code, however many there are', async () => {
    const code = await application.codeFrom(writer);
    const answers = await Promise.all(Array.from({ length: 50 }, () => application.exchange(code)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toEqual([]);
    expect((await application.exchange('A'.repeat(90))).status).toBe(400);
  });

  it('P21 writes one event a window, however often it says no', async () => {
    const { clientId } = application.link;
    const address = newAddress();
    await times(30, () => fail(address));
    const own = (await events()).filter((event) => event.address === address);
    expect(own).toMatchObject([
      { type: 'client.authentication-throttled', clientId, details: { limit: 'name', network: address, seconds: 60 } },
    ]);
    beginWindow([wiki]);
    await times(12, () => fail(address));
    expect((await events()).filter((event) => event.address === address)).toHaveLength(2);
  });

  it('P21 ends a flood in memory', async () => {
    const address = newAddress();
    await times(11, () => fail(address));
    const asked = vi.spyOn(wiki.get(DataSource), 'createQueryRunner');
    try {
      expect(await times(20, () => fail(address))).toEqual(Array(20).fill(429));
      expect(asked).not.toHaveBeenCalled();
      await right(newAddress());
      expect(asked).toHaveBeenCalled();
    } finally {
      asked.mockRestore();
    }
  });

  it('P21 throttles answers to the consent page that cannot be taken, kindly, and only where they come from', async () => {
    const person = await new HttpSession(wiki.url).signIn('reader');
    const page = await person.get(application.authorizationUrl({ scope: 'READ' }).href);
    const form = page.form('oauth2/latest/consent');
    const answer = (ticket: string) => person.submit(form, { ticket }, 'Allow');
    const crossSite = await times(12, () =>
      person.request('/rest/oauth2/latest/consent', {
        method: 'POST',
        body: new URLSearchParams(form.fields.map(([name, value]) => [name, value])),
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', accept: 'text/html' },
      }),
    );
    expect(new Set(crossSite.map(({ status }) => status))).toEqual(new Set([403]));
    const pages = await times(11, () => answer('forged'));
    expect(pages.slice(0, 10).map(({ status }) => status)).not.toContain(429);
    expect(pages[10]?.status).toBe(429);
    expect(pages[10]?.text).toContain('A short pause, please');
    expect(pages[10]?.headers.get('retry-after')).toMatch(/^\d+$/);
    await application.codeFrom(writer);
    beginWindow([wiki]);
    const url = application.authorizationUrl({ scope: 'READ' });
    expect((await person.submit((await person.get(url.href)).form('consent'), {}, 'Allow')).status).toBe(303);
  });
});

describe.each(platforms)('throttling on %s without a proxy', (platform) => {
  it('P21 believes no header about addresses', async () => {
    const wiki = await startWiki({ database: databases[0] ?? postgres, platform });
    try {
      beginWindow([wiki]);
      await times(10, () => prove(wiki, 'a'.repeat(32), wrong, newAddress()));
      expect(await prove(wiki, 'a'.repeat(32), wrong, newAddress())).toBe(429);
    } finally {
      await wiki.close();
    }
  });
});

describe('throttling on two nodes of one database', () => {
  let database: FreshDatabase;
  let nodes: readonly RunningWiki[];

  beforeAll(async () => {
    database = await postgres.fresh();
    const config = { trustProxy: ['loopback'] };
    const first = await startWiki({ database, config });
    nodes = [first, await startWiki({ database, config })];
  });

  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    await database.drop();
  });

  it('P21 counts for all nodes together, and writes one event', async () => {
    const [one, other] = nodes;
    if (!one || !other) throw new Error('There are not two nodes.');
    const { link } = await LinkedApplication.create(one.url, await new HttpSession(one.url).signIn('admin'));
    beginWindow(nodes);
    const address = newAddress();
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => prove(index % 2 ? one : other, link.clientId, wrong, address)),
    );
    expect(answers).toEqual(Array(10).fill(401));
    for (const node of nodes) {
      // A node may rely on what it saw half a second ago.
      await expect.poll(() => prove(node, link.clientId, wrong, address), { timeout: 5000 }).toBe(429);
      expect(await prove(node, link.clientId, link.clientSecret, address)).toBe(429);
    }
    expect(await prove(other, link.clientId, link.clientSecret, newAddress())).toBe(400);
    const events = await one.get(Events).page({ filter: { clientIds: [link.clientId] }, limit: 10 });
    expect(events.filter(({ type }) => type === 'client.authentication-throttled')).toHaveLength(1);
  });
});

describe('throttling while the database is away', () => {
  it('P21 goes on counting in memory', async () => {
    const database = await postgres.fresh();
    const line = await DatabaseLine.to(database);
    const wiki = await startWiki({ database: line.through(database) });
    const settings = { dataSource: wiki.get(DataSource), tableName: 'drawbridge_throttle', limit: 3, seconds: 60 };
    const [one, other] = [new FailureCounter(settings), new FailureCounter(settings)];
    try {
      expect(await one.add('key')).toBe(1);
      line.cut();
      expect([await one.add('key'), await one.add('key'), await one.add('key')]).toEqual([1, 2, 3]);
      expect([await one.count('key'), await other.count('key')]).toEqual([3, 0]);
      line.mend();
      expect([await one.count('key'), await other.count('key')]).toEqual([3, 1]);
      await one.reset('key');
      expect([await one.count('key'), await other.count('key')]).toEqual([0, 0]);
    } finally {
      await wiki.close();
      await line.close();
      await database.drop();
    }
  });

  it('P21 stays where it was, and is no obstacle to anybody else', async () => {
    const database = await postgres.fresh();
    const line = await DatabaseLine.to(database);
    const wiki = await startWiki({ database: line.through(database), config: { trustProxy: ['loopback'] } });
    try {
      const { link } = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
      beginWindow([wiki]);
      const address = newAddress();
      await times(10, () => prove(wiki, link.clientId, wrong, address));
      line.cut();
      expect(await prove(wiki, link.clientId, link.clientSecret, address)).toBe(429);
      expect(await prove(wiki, link.clientId, link.clientSecret, newAddress())).toBe(503);
      expect(await prove(wiki, link.clientId, wrong, newAddress())).toBe(503);
      line.mend();
      expect(await prove(wiki, link.clientId, link.clientSecret, newAddress())).toBe(400);
    } finally {
      await wiki.close();
      await line.close();
      await database.drop();
    }
  });
});
