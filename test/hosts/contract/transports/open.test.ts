import { Clock } from 'nestjs-drawbridge/host';
import { type Change, Changes, Grants, Pauses } from 'nestjs-drawbridge/oauth-provider';
import { actingAs } from 'nestjs-drawbridge/testing';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { within } from '../../../support/streams.js';
import { type TestClock } from '../../../support/test-clock.js';
import { PeopleService } from '../host/people.service.js';
import { platforms, type RunningHost } from '../start-host.js';
import { openAll } from './open-all.js';
import { socketLibraries, startTransports } from './start-transports.js';

const cases = platforms.flatMap((platform) => socketLibraries.map((library) => ({ platform, library })));

describe.each(cases)('P6 what is open on $platform with $library', ({ platform, library }) => {
  let host: RunningHost;
  let stopped: Promise<void> | undefined;

  beforeAll(async () => {
    host = await startTransports(platform, library);
  });

  afterAll(() => stopped ?? host.close());

  /** Everything open, by an application of its own. */
  const open = async (person = 'reader') => {
    const { clientId, accessToken } = await actingAs(host.app, { person, scopes: ['READ'] });
    return { clientId, ...(await openAll(host, accessToken, library)) };
  };
  const make = (work: (change: Change) => Promise<unknown>) =>
    host.get(Changes).make({ userId: 'sysadmin', address: null }, work);

  it('stays open while it may, and is closed at once where access is ended', async () => {
    const { clientId, closed } = await open();
    expect(await within(1200, closed)).toBe('still open');
    await make((change) => host.get(Grants).endAll(change, clientId));
    expect(await within(300, closed)).not.toBe('still open');
  });

  it('is closed when applications are turned away, and says that the token may be good', async () => {
    const { socket, closed } = await open();
    await make((change) => host.get(Pauses).begin(change));
    expect(await within(300, closed)).not.toBe('still open');
    expect(socket.received).toMatchObject([
      { event: 'exception', data: { statusCode: 503, error: 'temporarily_unavailable' } },
    ]);
    if (library === 'ws') expect(await socket.closed).toMatchObject({ code: 1013 });
    await make((change) => host.get(Pauses).end(change));
  });

  it('is closed soon where it is ended elsewhere, when the person may not come any more, and when the token expires', async () => {
    const elsewhere = await open('writer');
    await host.get(DataSource).query("DELETE FROM drawbridge_grant WHERE user_id = 'writer'");
    const admins = await open('admin');
    host.get(PeopleService).change('admin', { active: false });
    expect(await within(2500, Promise.all([elsewhere.closed, admins.closed]))).not.toBe('still open');
    const expiring = await open();
    (host.get(Clock) as TestClock).advance(3600_000);
    expect(await within(2500, expiring.closed)).not.toBe('still open');
  });

  it('does not keep the host from stopping', async () => {
    const { closed } = await open();
    stopped = host.close();
    expect(await within(4000, Promise.all([stopped, closed]))).not.toBe('still open');
  });
});
