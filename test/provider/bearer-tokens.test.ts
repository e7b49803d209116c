import { Client, EventRecord, Grant, Pauses } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ApplicationsPaused } from '../../libs/oauth-provider/src/bearer/applications-paused.error.js';
import { BearerTokens } from '../../libs/oauth-provider/src/bearer/bearer-tokens.service.js';
import { Families } from '../../libs/oauth-provider/src/families/families.service.js';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { type PresentedToken } from '../../libs/oauth-provider/src/bearer/presented-token.js';
import { Tokens } from '../../libs/oauth-provider/src/tokens/tokens.service.js';
import { type RegisteredClient, SmallHost } from './small-host.js';

let host: SmallHost;
let app: RegisteredClient;
const judge = (token: string) => host.get(BearerTokens).judge(token);
const refusal = async (token: string) => {
  const judgement = await judge(token);
  return 'refusal' in judgement ? judgement.refusal : null;
};
const rows = <Row extends object>(entity: new () => Row) => host.get(DataSource).getRepository<Row>(entity);
const issue = async () => host.exchange(app, await host.code(app));

const revoke = async () => {
  const families = await rows(Family).find();
  await host.change(async (change) => {
    for (const family of families) await host.get(Families).end(change, family, 'revoked');
  });
};

beforeEach(async () => {
  host = await SmallHost.start({ rememberedTokens: 0 }); // rows are changed here behind the provider's back
  app = await host.register();
});
afterEach(() => host.close());

describe('an access token', () => {
  it('P1 is an access of its person, at the level they hold now', async () => {
    const { access_token } = await issue();
    host.person('ann', { level: 'READ' });
    const [grant] = await rows(Grant).find();
    expect(await judge(access_token)).toMatchObject({
      access: { clientId: app.client.id, userId: 'ann', scope: 'WRITE', personLevel: 'READ' },
      grantId: grant?.id,
    });
  });

  it('is let in to the last millisecond of its life', async () => {
    const { access_token } = await issue();
    host.clock.advance(3_599_999);
    expect(await refusal(access_token)).toBeNull();
    host.clock.advance(1);
    expect(await refusal(access_token)).toContain('has expired');
  });

  it('P9 is let in to the last millisecond of the window after a refresh', async () => {
    const first = await issue();
    const second = await host.refresh(app, first.refresh_token);
    host.clock.advance(9_999);
    expect(await refusal(first.access_token)).toBeNull();
    host.clock.advance(1);
    expect(await refusal(first.access_token)).toContain('replaced by a newer one');
    expect(await refusal(second.access_token)).toBeNull();
  });

  it('P9 has no such window when it is older than the last', async () => {
    const first = await issue();
    const second = await host.refresh(app, first.refresh_token);
    await host.refresh(app, second.refresh_token);
    expect(await refusal(first.access_token)).toContain('replaced');
    expect(await refusal(second.access_token)).toBeNull();
  });

  it('P12 is none because our key made it: not before the exchange, not beside the one issued, not ahead of it', async () => {
    const code = await host.code(app);
    const [family] = await rows(Family).find();
    const minted = (generation: number) => host.get(Tokens).mint('access', family?.id ?? '', generation);
    expect(await refusal(minted(0))).toContain('no access token of this wiki');
    await host.exchange(app, code);
    expect(await refusal(minted(1))).toContain('no access token of this wiki');
    expect(await refusal(minted(2))).not.toBeNull();
    expect(await refusal(minted(0))).not.toBeNull();
  });

  it('P12 is refused when it is forged, and when its row is gone', async () => {
    const { access_token } = await issue();
    expect(await refusal(`${access_token.slice(0, -2)}AA`)).toContain('no access token of this wiki');
    await rows(Family).clear();
    expect(await refusal(access_token)).toContain('has expired');
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['its application revoked it', 'the application revoked it', revoke],
    ['its authorization is withdrawn', 'was withdrawn', () => rows(Grant).clear()],
    ['its link is deleted', 'link was deleted', () => rows(Client).clear()],
    ['its link is disabled', 'has disabled', () => rows(Client).updateAll({ enabled: false })],
    ['its person is gone', 'may not use the wiki', async () => host.person('ann', null)],
    ['its person is disabled', 'may not use the wiki', async () => host.person('ann', { active: false })],
    ['nothing is left of its scopes', 'Nothing is left', () => rows(Family).updateAll({ accessScopes: [] })],
    ['nothing is left to its link', 'Nothing is left', () => rows(Client).updateAll({ scopes: [] })],
  ])('P13 is refused once %s', async (_, cause, end) => {
    const { access_token } = await issue();
    expect(await refusal(access_token)).toBeNull();
    await end();
    expect(await refusal(access_token)).toContain(cause);
  });

  it('P15 is judged by its own link and authorization, whatever becomes of those of others', async () => {
    const paused = await host.register();
    const theirs = await host.exchange(paused, await host.code(paused));
    const own = await issue();
    const last = await host.register();
    await host.code(last);
    await rows(Client).update({ id: paused.client.id }, { enabled: false });
    await rows(Grant).delete({ clientId: last.client.id });
    const grant = await rows(Grant).findOneBy({ clientId: app.client.id });
    expect(await judge(own.access_token)).toMatchObject({ access: { clientId: app.client.id }, grantId: grant?.id });
    expect(await refusal(theirs.access_token)).toContain('has disabled');
    await rows(Grant).delete({ clientId: app.client.id });
    expect(await refusal(own.access_token)).toContain('was withdrawn');
  });

  it('P4 reaches no further than its link is registered for now', async () => {
    const { access_token } = await issue();
    await rows(Client).updateAll({ scopes: ['READ'] });
    expect(await judge(access_token)).toMatchObject({ access: { scope: 'READ' } });
  });

  it('P13 hears nothing about itself while applications are turned away', async () => {
    const { access_token } = await issue();
    const pauses = host.get(Pauses);
    expect(await pauses.since()).toBeNull();
    const since = host.clock.now();
    for (let round = 0; round < 2; round++) await host.change((change) => pauses.begin(change));
    host.clock.advance(1);
    expect(await pauses.since()).toBe(since);
    await expect(judge(access_token)).rejects.toBeInstanceOf(ApplicationsPaused);
    const types = async () => (await rows(EventRecord).find()).map(({ type }) => type);
    for (let round = 0; round < 2; round++) {
      await host.change((change) => pauses.end(change));
      expect(await types()).toEqual(['applications.paused', 'applications.resumed']);
    }
    expect(await refusal(access_token)).toBeNull();
  });

  it('P13 hears nothing of having been cleaned away either, while applications are turned away', async () => {
    const { access_token } = await issue();
    await rows(Family).clear();
    await host.change((change) => host.get(Pauses).begin(change));
    await expect(judge(access_token)).rejects.toBeInstanceOf(ApplicationsPaused);
  });
});

describe('access tokens of what is open', () => {
  const presented = async (token: string) => {
    const judgement = await judge(token);
    if ('refusal' in judgement) throw new Error(judgement.refusal);
    return judgement.presented;
  };
  const again = async (...tokens: readonly PresentedToken[]) => {
    const judged = await host.get(BearerTokens).judgeAgain(tokens);
    return tokens.map((token) => {
      const judgement = judged.get(token);
      return judgement && 'refusal' in judgement ? judgement.refusal : judgement?.access;
    });
  };

  it('P6 are judged again as they would be on a request, each by itself', async () => {
    host.person('bob', { level: 'READ' });
    const all = [await issue(), await issue(), await issue()] as const;
    const [revoked, replaced, good] = all;
    const tokens = await Promise.all(all.map(({ access_token }) => presented(access_token)));
    const [first, , third] = tokens;
    const family = await rows(Family).findOneByOrFail({ id: first?.familyId ?? '' });
    await host.change((change) => host.get(Families).end(change, family, 'revoked'));
    await host.refresh(app, replaced.refresh_token);
    host.clock.advance(10_000);
    host.person('ann', { level: 'READ' });
    expect(await again(...tokens)).toMatchObject([
      expect.stringContaining('revoked'),
      expect.stringContaining('replaced'),
      { clientId: app.client.id, userId: 'ann', scope: 'WRITE', personLevel: 'READ' },
    ]);
    expect(await refusal(revoked.access_token)).toContain('revoked');
    expect(await refusal(good.access_token)).toBeNull();
    host.person('ann', { active: false });
    expect((await again(...tokens))[2]).toContain('may not use the wiki');
    host.person('ann', null);
    expect((await again(...tokens))[2]).toContain('may not use the wiki');
    await rows(Family).delete({ id: third?.familyId ?? '' });
    expect((await again(...tokens))[2]).toContain('was ended or has expired');
  });

  it('P6 are refused while applications are turned away, and stand again after it', async () => {
    const token = await presented((await issue()).access_token);
    await host.change((change) => host.get(Pauses).begin(change));
    expect(await again(token)).toEqual([expect.stringContaining('switched off')]);
    await host.change((change) => host.get(Pauses).end(change));
    expect(await again(token)).toMatchObject([{ userId: 'ann' }]);
    expect(await again()).toEqual([]);
  });

  it('P6 are judged in any number, people and families each once', async () => {
    const token = await presented((await issue()).access_token);
    const ghosts = Array.from({ length: 1234 }, (_, index) => ({
      ...token,
      familyId: index.toString().padStart(22, '0'),
    }));
    const answers = await again(...ghosts, token, { ...token });
    expect(new Set(answers.slice(0, 1234))).toEqual(new Set(['The access token was ended or has expired long ago.']));
    expect(answers.slice(1234)).toMatchObject([{ userId: 'ann' }, { userId: 'ann' }]);
  });
});
