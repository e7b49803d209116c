import { type Scope } from 'nestjs-drawbridge/scopes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type SocketMessages } from '../../support/socket-messages.js';
import { journal } from '../host/journal.js';
import { platforms, type RunningHost } from '../start-host.js';
import { connectLive, socketLibraries, startTransports } from './start-transports.js';

const cases = platforms.flatMap((platform) => socketLibraries.map((library) => ({ platform, library })));

describe.each(cases)('P6 a gateway of $library on $platform', ({ platform, library }) => {
  let host: RunningHost;
  const opened: SocketMessages[] = [];

  beforeAll(async () => {
    host = await startTransports(platform, library);
  });

  afterEach(() => {
    for (const socket of opened.splice(0)) socket.close();
    journal.splice(0);
  });

  afterAll(() => host.close());

  const connect = (headers: Record<string, string>, query = '') => {
    const socket = connectLive(library, headers, query);
    opened.push(socket);
    return socket;
  };
  const bearer = async (scope: Scope, person?: string) => {
    const socket = connect({ authorization: `Bearer ${await host.token(scope, person)}` });
    await socket.opened;
    return socket;
  };

  it('P1 takes each message by its own scope', async () => {
    const reader = await bearer('READ');
    expect(await reader.ask('read')).toEqual({ event: 'answer', data: 'READ live.read' });
    for (const message of ['write', 'administer', 'govern', 'clear'])
      expect(await reader.ask(message)).toMatchObject({
        event: 'exception',
        data: { statusCode: 403, error: 'insufficient_scope' },
      });
    const admin = await bearer('SYSTEM_ADMIN', 'admin');
    expect(await admin.ask('administer')).toEqual({ event: 'answer', data: 'ADMIN live.administer' });
    expect(await admin.ask('govern')).toMatchObject({ event: 'exception', data: { error: 'insufficient_scope' } });
    expect(journal.filter((line) => !/connected|live\.read|administer/.test(line))).toEqual([]);
  });

  it('P2 does not hear of a connection whose token is bad or stands in the address', async () => {
    const bad = connect({ authorization: 'Bearer nonsense' });
    const inAddress = connect({}, `?access_token=${await host.token('READ')}`);
    await Promise.all([bad.closed, inAddress.closed]);
    expect([bad.received, inAddress.received].flat()).toMatchObject([
      { event: 'exception', data: { statusCode: 401, error: 'invalid_token' } },
      { event: 'exception', data: { statusCode: 400, error: 'invalid_request' } },
    ]);
    expect(journal).toEqual([]);
  });

  it('P2 judges a token beside a session alone, and a session as ever', async () => {
    const cookie = 'person=sysadmin';
    const bySession = connect({ cookie });
    await bySession.opened;
    expect(await bySession.ask('clear')).toMatchObject({ event: 'answer' });
    expect(await bySession.ask('mine')).toMatchObject({ data: 'a session' });
    const both = connect({ cookie, authorization: `Bearer ${await host.token('READ', 'reader')}` });
    await both.opened;
    expect(await both.ask('clear')).toMatchObject({ event: 'exception' });
    expect(await both.ask('mine')).toMatchObject({ data: 'reader READ' });
  });
});
