import { type ClientProxy, ClientProxyFactory, Transport } from '@nestjs/microservices';
import { lastValueFrom, timeout } from 'rxjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../../support/free-port.js';
import { journal } from '../host/journal.js';
import { platforms, type RunningHost, startHost } from '../start-host.js';
import { transportRules, TransportsModule } from './transports.module.js';

describe.each(platforms)('a host on %s that takes messages of other services too', (platform) => {
  let host: RunningHost;
  let client: ClientProxy;

  beforeAll(async () => {
    const where = { transport: Transport.TCP, options: { host: '127.0.0.1', port: await freePort() } } as const;
    host = await startHost(platform, {
      imports: [TransportsModule.on(platform)],
      rules: transportRules,
      configure: (app) => {
        app.connectMicroservice(where, { inheritAppConfig: true });
        return app.startAllMicroservices();
      },
    });
    client = ClientProxyFactory.create(where);
  });

  afterEach(() => journal.splice(0));

  afterAll(async () => {
    await client.close();
    await host.close();
  });

  const ask = (data: object) => lastValueFrom(client.send<string>('jobs.count', data).pipe(timeout(5000)));

  it('takes them as ever', async () => {
    expect(await ask({})).toBe('NONE jobs.count');
    await lastValueFrom(client.emit('jobs.done', {}));
    await expect.poll(() => journal).toContain('NONE jobs.done');
  });

  it('P2 refuses them as soon as they show a token, whatever it could', async () => {
    const headers = { authorization: `Bearer ${await host.token('SYSTEM_ADMIN')}` };
    await expect(ask({ headers })).rejects.toMatchObject({ message: 'Forbidden resource' });
    await expect(ask(headers)).rejects.toMatchObject({ message: 'Forbidden resource' });
    await lastValueFrom(client.emit('jobs.done', { headers }));
    expect(await ask({})).toBe('NONE jobs.count');
    expect(journal).toEqual(['NONE jobs.count']);
  });
});
