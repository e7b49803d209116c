import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { LazyModuleLoader } from '@nestjs/core';
import { HostLinks } from 'nestjs-drawbridge/application-links';
import { Clock, Users } from 'nestjs-drawbridge/host';
import { Changes, OpenAccesses, ProviderEvents } from 'nestjs-drawbridge/oauth-provider';
import { RequireScope, RouteMap } from 'nestjs-drawbridge/scopes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../support/bearer.js';
import { journal, ran } from '../host/journal.js';
import { platforms, type RunningHost, startHost } from '../start-host.js';

@Controller('early')
class EarlyController {
  @Get()
  read(): string {
    return ran('READ early.read');
  }
}

@Module({ controllers: [EarlyController] })
class EarlyModule {}

@Controller('late')
@RequireScope('READ')
class LateController {
  @Get()
  read(): string {
    return ran('READ late.read');
  }
}

@Injectable()
class LateService {
  constructor(
    readonly routes: RouteMap,
    readonly links: HostLinks,
    readonly changes: Changes,
    readonly events: ProviderEvents,
    readonly open: OpenAccesses,
    readonly users: Users,
    readonly clock: Clock,
  ) {}
}

/** Has the early module's controller again, which is open, and one that opens itself. */
@Module({ controllers: [LateController, EarlyController], providers: [LateService] })
class LateModule {}

describe.each(platforms)('a module that is loaded late on %s', (platform) => {
  let host: RunningHost;
  let late: LateService;

  beforeAll(async () => {
    host = await startHost(platform, {
      imports: [EarlyModule],
      rules: { routes: [{ path: '/early', scope: 'READ' }] },
    });
    late = (await host.get(LazyModuleLoader).load(() => LateModule)).get(LateService);
  });

  afterEach(() => journal.splice(0));
  afterAll(() => host.close());

  it('P2 opens nothing: Nest serves none of its routes', async () => {
    const token = await host.token('SYSTEM_ADMIN');
    expect((await call(host.origin, token, '/late')).status).toBe(404);
    expect((await call(host.origin, token, '/early')).status).toBe(200);
    expect(journal).toEqual(['READ early.read']);
    expect(
      host
        .get(RouteMap)
        .list()
        .map(({ handler }) => handler),
    ).not.toContain('LateController.read');
    expect(host.get(RouteMap).scopeOf(LateController, Reflect.get(LateController.prototype, 'read'))).toBeNull();
  });

  it('works with the very services that serve the host', async () => {
    expect([late.routes, late.changes, late.open]).toEqual([
      host.get(RouteMap),
      host.get(Changes),
      host.get(OpenAccesses),
    ]);
    const link = await late.links.create({ name: 'Late', redirectUris: ['https://late.example/cb'], scopes: ['READ'] });
    expect(link.clientId).not.toBe('');
    expect(await late.users.byId('reader')).toMatchObject({ level: 'READ' });
  });
});
