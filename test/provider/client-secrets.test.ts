import { ClientSecret, ClientSecrets, EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClientAuthenticator } from '../../libs/oauth-provider/src/token/client-authenticator.service.js';
import { type RegisteredClient, SmallHost } from './small-host.js';

let host: SmallHost;
let app: RegisteredClient;
const secrets = () => host.get(ClientSecrets);
const events = async () => host.get(DataSource).manager.find(EventRecord);
const stored = async () => host.get(DataSource).manager.find(ClientSecret, { order: { id: 'ASC' } });

beforeEach(async () => {
  host = await SmallHost.start();
  app = await host.register();
});
afterEach(() => host.close());

describe('client secrets', () => {
  it('P10 are 256 random bits, shown again from under a key and never stored as they are', async () => {
    const [record] = await secrets().live(app.client.id);
    expect(app.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(record && secrets().reveal(record)).toBe(app.secret);
    expect(JSON.stringify(record)).not.toContain(app.secret);
    expect(record?.sealed).toMatch(/^first\./);
  });

  it('P10 are encrypted under a new key, however many there are, and then need no other', async () => {
    await host.change(async (change) => {
      for (let count = 0; count < 150; count++) await secrets().create(change, app.client.id);
    });
    host.useKeys('second', 'first');
    expect(await secrets().reseal()).toEqual({ resealed: 151, unreadable: 0 });
    expect(await events()).toMatchObject([
      { type: 'secrets.resealed', actorId: null, clientId: null, details: { resealed: 151, unreadable: 0 } },
    ]);
    expect(await secrets().reseal()).toEqual({ resealed: 0, unreadable: 0 });
    expect(await events()).toHaveLength(1);
    host.useKeys('second');
    const all = await stored();
    expect(all.every(({ sealed }) => sealed.startsWith('second.'))).toBe(true);
    expect(all.map((record) => secrets().reveal(record))).toContain(app.secret);
  });

  it('P10 work on when their key is gone, and stay as they are', async () => {
    for (let count = 0; count < 3; count++) await host.register();
    const before = await stored();
    host.useKeys('second');
    expect(await secrets().reseal()).toEqual({ resealed: 0, unreadable: 4 });
    expect(await events()).toMatchObject([{ type: 'secrets.resealed', details: { resealed: 0, unreadable: 4 } }]);
    expect(await stored()).toEqual(before);
    const { client, secret } = app;
    const proof = { clientId: client.id, secret };
    expect(await host.get(ClientAuthenticator).authenticate(proof, { address: null })).toMatchObject({ id: client.id });
  });

  it('P10 that ended are told from those that never were, to who holds one', async () => {
    const { client, secret } = app;
    const prove = (tried: string) =>
      host.get(ClientAuthenticator).authenticate({ clientId: client.id, secret: tried }, { address: null });
    await host.change(async (change) => {
      const { record } = await secrets().create(change, client.id);
      await secrets().endOthers(change, record, change.now);
    });
    await expect(prove(secret)).rejects.toThrow('This client secret has ended');
    await expect(prove((await host.register()).secret)).rejects.toThrow('unknown or the secret is wrong');
  });

  it('are listed with the newest first', async () => {
    host.clock.advance(1);
    const { record } = await host.change((change) => secrets().create(change, app.client.id));
    const [first, ...others] = await secrets().live(app.client.id);
    expect([first?.id, others.length]).toEqual([record.id, 1]);
  });
});
