import { type Client, Clients, Grants, Pauses, type Prospect, Prospects } from 'nestjs-drawbridge/oauth-provider';
import type { Person } from 'nestjs-drawbridge/host';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BearerTokens } from '../../libs/oauth-provider/src/bearer/bearer-tokens.service.js';
import { SmallHost } from './small-host.js';

const ann: Person = { userId: 'ann', displayName: 'Ann', active: true, level: 'ADMIN' };

let host: SmallHost;
let client: Client;
const ask = (question: { client: Client | null; person: Person | null }): Promise<Prospect> =>
  host.get(Prospects).of(question);
const allow = (scopes: readonly ('READ' | 'WRITE' | 'ADMIN')[]) =>
  host.change((change) => host.get(Grants).give(change, { clientId: client.id, userId: 'ann', scopes }));

beforeEach(async () => {
  host = await SmallHost.start();
  ({ client } = await host.register({ scopes: ['READ', 'WRITE'] }));
});
afterEach(() => host.close());

describe('what would be let in', () => {
  it('P5 is what the person agreed to, within what the link may and what they hold', async () => {
    await allow(['READ']);
    expect(await ask({ client, person: ann })).toMatchObject({
      access: { clientId: client.id, userId: 'ann', scope: 'READ', personLevel: 'ADMIN', effective: 'READ' },
      obstacle: null,
      granted: ['READ'],
    });
    await allow(['READ', 'WRITE', 'ADMIN']);
    expect((await ask({ client, person: ann })).access?.scope).toBe('WRITE');
    expect((await ask({ client, person: { ...ann, level: 'READ' } })).access?.effective).toBe('READ');
    expect((await ask({ client, person: { ...ann, level: null } })).access?.effective).toBeNull();
  });

  it('P5 is no limit where nobody in particular is asked for', async () => {
    expect(await ask({ client, person: null })).toMatchObject({
      access: { scope: 'WRITE', personLevel: 'SYSTEM_ADMIN' },
      obstacle: null,
      granted: null,
    });
    expect(await ask({ client: null, person: ann })).toMatchObject({
      access: { scope: 'SYSTEM_ADMIN', personLevel: 'ADMIN' },
      obstacle: null,
      granted: null,
    });
  });

  it('P5 is all the link may, were the person to agree, who has not', async () => {
    expect(await ask({ client, person: ann })).toMatchObject({
      access: { scope: 'WRITE' },
      obstacle: 'not-authorized',
      granted: null,
    });
  });

  it('P5 names what stands in the way, as a token would meet it', async () => {
    await allow(['READ']);
    const disabled = { ...client, enabled: false };
    expect(await ask({ client: disabled, person: ann })).toMatchObject({ obstacle: 'link-disabled' });
    expect(await ask({ client: disabled, person: null })).toMatchObject({ obstacle: 'link-disabled' });
    const inactive = { ...ann, active: false };
    expect(await ask({ client, person: inactive })).toMatchObject({
      obstacle: 'person-inactive',
      access: { scope: 'READ', personLevel: 'ADMIN' },
    });
    expect(await ask({ client: null, person: inactive })).toMatchObject({ obstacle: 'person-inactive' });
    expect(await ask({ client: { ...client, scopes: [] }, person: ann })).toMatchObject({
      obstacle: 'nothing-granted',
      access: null,
    });
    await host.change((change) => host.get(Pauses).begin(change));
    expect(await ask({ client: disabled, person: inactive })).toMatchObject({ obstacle: 'paused' });
  });

  it('P5 is nothing on a node where applications are switched off', async () => {
    const other = await SmallHost.start({ bearerEnabled: false });
    expect(await other.get(Prospects).of({ client: null, person: ann })).toMatchObject({ obstacle: 'switched-off' });
    await other.close();
  });

  it('P5 is what a token in earnest is judged by', async () => {
    const registered = await host.register({ scopes: ['READ', 'WRITE', 'ADMIN'] });
    host.person('ann', { level: 'WRITE' });
    const { access_token } = await host.exchange(registered, await host.code(registered));
    const person = { ...ann, level: 'WRITE' } as const;
    const judged = await host.get(BearerTokens).judge(access_token);
    const stored = await host.get(Clients).find(registered.client.id);
    expect('access' in judged && judged.access).toEqual((await ask({ client: stored, person })).access);
  });
});
