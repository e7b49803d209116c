import { actingAs, expectEveryRouteToBeMapped } from 'nestjs-drawbridge/testing';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCookbook } from './cookbook/cookbook.js';
import { startHelpdesk } from './helpdesk/helpdesk.js';
import { startLedger } from './ledger/ledger.js';
import { type RunningHost } from './running-host.js';

const styles = [
  ['a global guard in a module of its own', startHelpdesk],
  ['guards at each controller', startCookbook],
  ['no guards, a middleware and services that check', startLedger],
] as const;

describe.each(styles)('a host with %s', (_, start) => {
  let host: RunningHost;

  beforeAll(async () => {
    host = await start();
  });

  afterAll(() => host.app.close());

  const cookieOf = async (name: string): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ name, password: name });
    const answer = await fetch(`${host.url}/login`, { method: 'POST', headers, body });
    expect(answer.status).toBe(204);
    return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };
  const tokenOf = async (name: string, scope: Scope) =>
    (await actingAs(host.app, { person: host.idOf(name), scopes: [scope] })).headers;
  const ask = async (method: string, headers: Record<string, string> = {}) => {
    const answer = await fetch(host.url + host.path, { method, headers });
    const body = (await answer.json()) as { readonly data?: Record<string, unknown> } & Record<string, unknown>;
    if (host.hasEnvelope && answer.ok) expect(Object.keys(body)).toEqual(['data']);
    return { status: answer.status, answer, body: body.data ?? body };
  };

  it('serves its people as before', async () => {
    const reader = { cookie: await cookieOf('reader') };
    expect(await ask('GET', reader)).toMatchObject({ status: 200, body: { as: 'reader' } });
    expect(await ask('POST', reader)).toMatchObject({ status: 403, body: { message: expect.any(String) as string } });
    const admin = { cookie: await cookieOf('admin') };
    for (const [method, status] of [
      ['POST', 201],
      ['DELETE', 200],
    ] as const)
      // prettier-ignore
      expect(await ask(method, admin)).toMatchObject({ status, body: { as: 'admin' } });
  });

  it('turns away who shows nothing, as before', async () => {
    for (const method of ['GET', 'POST', 'DELETE']) expect((await ask(method)).status).toBe(401);
  });

  it('P1 lets an application in within its scope, as its person', async () => {
    expect(await ask('GET', await tokenOf('reader', 'READ'))).toMatchObject({ status: 200, body: { as: 'reader' } });
    expect(await ask('POST', await tokenOf('admin', 'WRITE'))).toMatchObject({ status: 201, body: { as: 'admin' } });
    expect(await ask('DELETE', await tokenOf('admin', 'ADMIN'))).toMatchObject({ status: 200, body: { as: 'admin' } });
  });

  it('P1 refuses it beyond its scope and beyond its person', async () => {
    const beyondScope = await ask('POST', await tokenOf('admin', 'READ'));
    expect(beyondScope).toMatchObject({ status: 403, body: { error: 'insufficient_scope' } });
    expect(beyondScope.answer.headers.get('www-authenticate')).toContain('scope="WRITE"');
    expect(await ask('DELETE', await tokenOf('admin', 'WRITE'))).toMatchObject({ status: 403 });
    expect(await ask('DELETE', await tokenOf('writer', 'ADMIN'))).toMatchObject({
      status: 403,
      body: { message: expect.stringContaining('the person who authorized') as string },
    });
  });

  it('P1 judges a token beside a session alone', async () => {
    const both = { ...(await tokenOf('reader', 'READ')), cookie: await cookieOf('admin') };
    expect(await ask('GET', both)).toMatchObject({ status: 200, body: { as: 'reader' } });
    expect((await ask('DELETE', both)).status).toBe(403);
    const bad = { authorization: 'Bearer nonsense', cookie: await cookieOf('admin') };
    expect(await ask('GET', bad)).toMatchObject({ status: 401, body: { error: 'invalid_token' } });
  });

  it('answers what the protocol says, whatever its own answers are put into', async () => {
    const metadata = await fetch(`${host.url}/.well-known/oauth-authorization-server`);
    expect(await metadata.json()).toMatchObject({ issuer: host.url });
    const headers = { cookie: await cookieOf('reader') };
    const own = await fetch(`${host.url}/rest/oauth2/latest/authorizations`, { headers });
    expect(await own.json()).toMatchObject({ start: 0 });
  });

  it('P5 has decided about every route', () => {
    expectEveryRouteToBeMapped(host.app);
  });
});
