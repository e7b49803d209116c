import { Clients, Grants } from 'nestjs-drawbridge/oauth-provider';
import { expect, it } from 'vitest';
import { databases } from '../support/databases.js';
import { SmallHost } from './small-host.js';

it.each(databases)('P23 every node knows when something about any client has changed, on %s', async (database) => {
  const fresh = await database.fresh();
  const here = await SmallHost.start({}, { database: fresh });
  const there = await SmallHost.start({}, { database: fresh, beside: here });
  try {
    const revision = () => there.get(Clients).revision();
    const differs = async (change: () => Promise<unknown>) => {
      const before = await revision();
      await change();
      return (await revision()) !== before;
    };
    const app = await here.register({ type: 'public' });
    const settings = app.client;
    expect(
      await differs(() => here.change((change) => here.get(Clients).register(change, { ...settings, name: 'Other' }))),
    ).toBe(true);
    expect(await differs(() => here.set(app, { enabled: false }))).toBe(true);
    expect(await differs(() => here.set(app, { enabled: true }))).toBe(true);
    const grant = { clientId: app.client.id, userId: 'ann' };
    await here.change((change) => here.get(Grants).give(change, { ...grant, scopes: ['READ'] }));
    expect(await differs(() => here.change((change) => here.get(Grants).endOne(change, grant)))).toBe(false);
    expect(await differs(() => here.change((change) => here.get(Clients).remove(change, app.client.id)))).toBe(true);
  } finally {
    await there.close();
    await here.close();
    await fresh.drop();
  }
});
