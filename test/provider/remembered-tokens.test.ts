import { Users } from 'nestjs-drawbridge/host';
import { Client, Clients, Endings, Grants, type OAuthProviderOptions, Pauses } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BearerTokens } from '../../libs/oauth-provider/src/bearer/bearer-tokens.service.js';
import { Ending } from '../../libs/oauth-provider/src/endings/ending.entity.js';
import { Families } from '../../libs/oauth-provider/src/families/families.service.js';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { type ParsedToken } from '../../libs/oauth-provider/src/tokens/token-format.js';
import { Tokens } from '../../libs/oauth-provider/src/tokens/tokens.service.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { type RegisteredClient, SmallHost } from './small-host.js';

const families = 'FROM drawbridge_family';
const checks = 'FROM drawbridge_ending ';

describe.each(databases)('what a node remembers of a token, on %s', (database) => {
  let fresh: FreshDatabase;
  let here: SmallHost;
  let there: SmallHost;
  let app: RegisteredClient;
  let token: string;
  let refreshToken: string;

  const begin = async (options: Partial<OAuthProviderOptions> = {}) => {
    fresh = await database.fresh();
    const both = { personChangesAreTold: true, ...options };
    here = await SmallHost.start(both, { database: fresh });
    there = await SmallHost.start(both, { database: fresh, beside: here });
    app = await here.register();
    ({ access_token: token, refresh_token: refreshToken } = await here.exchange(app, await here.code(app)));
    for (const node of [here, there]) for (let time = 0; time < 3; time++) expect(await refusal(node)).toBeNull();
  };
  const close = async () => {
    for (const node of [here, there]) await node.close();
    await fresh.drop();
  };
  const refusal = async (node: SmallHost, of = token) => {
    const judgement = await node
      .get(BearerTokens)
      .judge(of)
      .catch((error: Error) => ({ refusal: error.name }));
    return 'refusal' in judgement ? judgement.refusal : null;
  };
  const manager = () => here.get(DataSource).manager;
  const grantOf = () => ({ clientId: app.client.id, userId: 'ann' });
  const settings = (changed: Partial<Client>) =>
    here.change((change) => here.get(Clients).update(change, app.client.id, { ...app.client, ...changed }));
  const personBecomes = async (as: Parameters<SmallHost['person']>[1]) => {
    here.person('ann', as);
    await manager().transaction((all) => here.get(Endings).personChanged(all, 'ann'));
  };
  const withdraw = () => here.change((change) => here.get(Grants).endOne(change, grantOf()));

  beforeEach(() => begin());
  afterEach(close);

  it('P22 harms nobody when the host cannot say who its person is', async () => {
    await close();
    await begin({ personChangesAreTold: false });
    const unheard: unknown[] = [];
    const listen = (reason: unknown) => unheard.push(reason);
    process.on('unhandledRejection', listen);
    there.meanwhile(() => Promise.reject(new Error('the people are away')));
    await expect(there.get(BearerTokens).judge(token)).rejects.toThrow('the people are away');
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off('unhandledRejection', listen);
    expect(unheard).toEqual([]);
    expect(await refusal(there)).toBeNull();
  });

  it('is all it asks for, but for a look at the endings that many requests share', async () => {
    const [rows, looks] = [there.statements(families), there.statements(checks)];
    expect(await Promise.all(Array.from({ length: 50 }, () => refusal(there)))).toEqual(Array(50).fill(null));
    expect([rows.length, looks.length]).toEqual([0, 1]);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['its authorization is withdrawn', 'was withdrawn', withdraw],
    [
      'all authorizations of its link are',
      'was withdrawn',
      () => here.change((change) => here.get(Grants).endAll(change, app.client.id)),
    ],
    ['its link is disabled', 'has disabled', () => settings({ enabled: false })],
    ['its link allows nothing any more', 'Nothing is left', () => settings({ scopes: [] })],
    ['its link is deleted', 'deleted', () => here.change((change) => here.get(Clients).remove(change, app.client.id))],
    ['applications are paused', 'ApplicationsPaused', () => here.change((change) => here.get(Pauses).begin(change))],
    ['its person is disabled', 'may not use the wiki', () => personBecomes({ active: false })],
    ['its person is gone', 'may not use the wiki', () => personBecomes(null)],
    [
      'everybody changed',
      'may not use the wiki',
      async () => {
        here.person('ann', null);
        await manager().transaction((all) => here.get(Endings).everybodyChanged(all));
      },
    ],
    [
      'its application revoked it',
      'revoked it',
      () =>
        here.change(async (change) => {
          const [family] = await change.manager.find(Family);
          if (family) await here.get(Families).end(change, family, 'revoked');
        }),
    ],
  ])('P13 lets it in on no node any more once %s', async (_, cause, end) => {
    await end();
    for (const node of [there, here]) expect(await refusal(node)).toContain(cause);
  });

  it('P1 follows its person and its link to what they allow now', async () => {
    const access = async () => {
      const judgement = await there.get(BearerTokens).judge(token);
      return 'access' in judgement ? [judgement.access.scope, judgement.access.personLevel] : judgement.refusal;
    };
    await personBecomes({ level: 'READ' });
    expect(await access()).toEqual(['WRITE', 'READ']);
    await settings({ scopes: ['READ'] });
    expect(await access()).toEqual(['READ', 'READ']);
  });

  it('P13 is not what was read before an ending and would be noted after it', async () => {
    await close();
    await begin({ rememberedTokens: 1 });
    const other = await here.exchange(app, await here.code(app));
    expect(await refusal(there, other.access_token)).toBeNull(); // the first is forgotten
    const held = there.hold(families);
    const early = refusal(there);
    await held.isThere;
    await withdraw();
    held.letGo();
    await early;
    expect(await refusal(there)).toContain('was withdrawn');
  });

  it('P13 is not trusted by a look that was under way when something ended', async () => {
    const held = there.hold(checks);
    const early = refusal(there);
    await held.isThere;
    await withdraw();
    const late = refusal(there);
    held.letGo();
    await early;
    expect(await late).toContain('was withdrawn');
  });

  it('P13 is over where a refresh on another node gave more', async () => {
    const narrow = await here.refresh(app, refreshToken, { scope: 'READ' });
    for (let time = 0; time < 2; time++) expect(await refusal(there, narrow.access_token)).toBeNull();
    await here.refresh(app, narrow.refresh_token);
    expect(await refusal(there, narrow.access_token)).toContain('replaced');
  });

  it('P9 lets the next token in at once and the one before for the replay window, wherever it was refreshed', async () => {
    const next = await here.refresh(app, refreshToken);
    for (const node of [here, there]) expect(await refusal(node, next.access_token)).toBeNull();
    there.clock.advance(9_999);
    for (const node of [here, there]) expect(await refusal(node)).toBeNull();
    there.clock.advance(1);
    for (const node of [here, there]) expect(await refusal(node)).toContain('replaced');
  });

  it('P9 is seen to be of its generation ahead of time, so that a request waits for that only after a rest', async () => {
    const [rows, looks] = [there.statements(`${families} f`), there.statements('SELECT id, generation')];
    there.clock.advance(7_499);
    expect(await refusal(there)).toBeNull();
    expect(looks).toHaveLength(0);
    there.clock.advance(1);
    const held = there.hold('SELECT id, generation');
    expect(await Promise.all(Array.from({ length: 20 }, () => refusal(there)))).toEqual(Array(20).fill(null));
    held.letGo();
    await expect.poll(() => looks.length).toBe(1);
    there.clock.advance(9_999);
    expect(await refusal(there)).toBeNull();
    there.clock.advance(30_000);
    expect(await refusal(there)).toBeNull();
    expect(rows).toHaveLength(0);
  });

  it('P9 counts from when a look at its generation began, however late it is answered', async () => {
    there.clock.advance(8_000);
    const held = there.hold('SELECT id, generation');
    expect(await refusal(there)).toBeNull();
    await held.isThere;
    there.clock.advance(1_000);
    await here.refresh(app, refreshToken);
    there.clock.advance(2_000);
    held.letGo();
    await new Promise((resolve) => setTimeout(resolve, 20));
    there.clock.advance(8_000);
    const next = there.hold('SELECT id, generation');
    const late = refusal(there);
    await next.isThere;
    await new Promise((resolve) => setTimeout(resolve, 20)); // who need not wait for it is through by now
    next.letGo();
    expect(await late).toContain('replaced');
  });

  it('P22 is asked for again where a look at its generation failed', async () => {
    there.clock.advance(8_000);
    there.fail('SELECT id, generation');
    expect(await refusal(there)).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 20));
    there.clock.advance(6_000);
    expect(await refusal(there)).toBeNull();
  });

  it('is read anew once a minute, in case somebody changed rows by hand', async () => {
    await manager().query('DELETE FROM drawbridge_grant');
    there.clock.advance(59_999);
    expect(await refusal(there)).toBeNull();
    there.clock.advance(1);
    expect(await refusal(there)).toContain('was withdrawn');
  });

  it('P12 is not good any more when the key that made it is gone', async () => {
    here.useKeys('second', 'first');
    expect(await refusal(there)).toBeNull();
    here.useKeys('second');
    for (const node of [there, here]) expect(await refusal(node)).toContain('no access token');
  });

  it('P12 says nothing for another token of its sign-in', async () => {
    const forged = `${token.slice(0, -8)}${token.endsWith('A') ? 'BBBBBBBB' : 'AAAAAAAA'}`;
    expect(await refusal(there, forged)).toContain('no access token');
    expect(await refusal(there, forged.slice(0, 40))).toContain('no access token');
  });

  it('P12 says nothing for what our key made beside its token, ahead of it or two before it', async () => {
    const second = await there.refresh(app, refreshToken);
    const third = await there.refresh(app, second.refresh_token);
    for (let time = 0; time < 2; time++) expect(await refusal(there, third.access_token)).toBeNull();
    const { familyId, generation } = there.get(Tokens).parse('access', third.access_token) as ParsedToken;
    const minted = (of: number) => there.get(Tokens).mint('access', familyId, of);
    expect(await refusal(there, minted(generation))).toContain('no access token');
    expect(await refusal(there, minted(generation + 1))).toContain('replaced');
    expect(await refusal(there)).toContain('replaced');
    expect(await refusal(there, second.access_token)).toBeNull();
    expect(await refusal(there, third.access_token)).toBeNull();
  });

  it('P9 is not what was being read while it was refreshed on this node', async () => {
    there.clock.advance(10_000); // too old by now
    const held = there.hold(families);
    const reading = refusal(there);
    await held.isThere;
    const second = await there.refresh(app, refreshToken);
    await there.refresh(app, second.refresh_token);
    held.letGo();
    await reading;
    expect(await refusal(there)).toContain('replaced');
  });

  it('never outlives the token', async () => {
    await close();
    await begin({ accessTokenSeconds: 5 });
    there.clock.advance(4_999);
    expect(await refusal(there)).toBeNull();
    there.clock.advance(1);
    expect(await refusal(there)).toContain('expired');
  });

  it('P13 is forgotten where endings have been cleaned away that nobody here has seen', async () => {
    await withdraw();
    for (let time = 0; time < 3; time++) await settings({ name: `App ${time.toString()}` });
    const rows = manager().getRepository(Ending);
    const [newest] = await rows.find({ order: { number: 'DESC' }, take: 1 });
    await manager().createQueryBuilder().delete().from(Ending).where('number < :number', newest).execute();
    expect(await refusal(there)).toContain('was withdrawn');
  });

  it('P13 is forgotten where the database is an older one than before', async () => {
    await settings({ name: 'Seen' });
    expect(await refusal(there)).toBeNull();
    await manager().createQueryBuilder().delete().from(Ending).execute();
    await manager().query('DELETE FROM drawbridge_grant');
    expect(await refusal(there)).toContain('was withdrawn');
  });

  it('P13 follows several endings of one transaction, and what comes after them', async () => {
    const endings = () =>
      manager()
        .getRepository(Ending)
        .find({ order: { number: 'ASC' } });
    const before = await endings();
    await manager().transaction((all) =>
      here.get(Endings).add(all, [
        { kind: 'person', subject: 'bob' },
        { kind: 'grant', subject: 'of nobody' },
        { kind: 'person', subject: 'ann' },
      ]),
    );
    const first = (before.at(-1)?.number ?? 0) + 1;
    const added = (await endings()).slice(before.length);
    expect(added.map(({ number, subject }) => [number, subject])).toEqual([
      [first, 'bob'],
      [first + 1, 'of nobody'],
      [first + 2, 'ann'],
    ]);
    const rows = there.statements(families);
    expect([await refusal(there), rows.length]).toEqual([null, 1]);
    await withdraw();
    expect(await refusal(there)).toContain('was withdrawn');
  });

  it('P13 is forgotten where more has ended than a node tells apart', async () => {
    await manager().query(
      `WITH RECURSIVE more(number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM more WHERE number < 10010)
       INSERT INTO drawbridge_ending (number, kind, subject, at)
       SELECT (SELECT number FROM drawbridge_ending_count) + number, 'person', 'bob', 0 FROM more`,
    );
    await manager().query('UPDATE drawbridge_ending_count SET number = number + 10010');
    await withdraw();
    expect(await refusal(there)).toContain('was withdrawn');
  });

  it('is at most as much as a node is told to remember', async () => {
    await close();
    await begin({ rememberedTokens: 1 });
    const other = (await here.exchange(app, await here.code(app))).access_token;
    const rows = there.statements(families);
    for (const one of [token, other, other, token, token]) expect(await refusal(there, one)).toBeNull();
    expect(rows).toHaveLength(2);
  });

  it('P1 asks the host once for all people who come at one moment, and again for the next', async () => {
    await close();
    await begin({ personChangesAreTold: false });
    const { asked } = there.get(Users) as unknown as { readonly asked: readonly string[][] };
    const before = asked.length;
    expect(await Promise.all(Array.from({ length: 20 }, () => refusal(there)))).toEqual(Array(20).fill(null));
    expect(asked.length - before).toBe(1);
    await refusal(there);
    expect(asked.length - before).toBe(2);
  });

  it('P1 says nothing of a person whose changes are not told', async () => {
    await close();
    await begin({ personChangesAreTold: false });
    here.person('ann', { active: false });
    for (const node of [here, there]) expect(await refusal(node)).toContain('may not use the wiki');
    here.person('ann', {});
    for (const node of [here, there]) expect(await refusal(node)).toBeNull();
  });
});
