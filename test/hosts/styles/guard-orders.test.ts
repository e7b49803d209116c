import {
  type CanActivate,
  Controller,
  Get,
  type INestApplication,
  Logger,
  type Provider,
  type Type,
  UseGuards,
} from '@nestjs/common';
import { APP_GUARD, NestFactory, Reflector } from '@nestjs/core';
import session from 'express-session';
import { ApplicationLinksModule } from 'nestjs-drawbridge/application-links';
import { HostModule } from 'nestjs-drawbridge/host';
import { BearerGuard, OAuthProviderModule } from 'nestjs-drawbridge/oauth-provider';
import { byMethod, ScopesGuard, ScopesModule } from 'nestjs-drawbridge/scopes';
import { actingAs } from 'nestjs-drawbridge/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { embeddedDatabase } from '../support/embedded-database.js';
import { baseUrlAt, PassingKeys } from '../support/host-settings.js';
import { AccessModule } from './helpdesk/access.module.js';
import { AgentsService } from './helpdesk/agents.service.js';
import { RolesGuard, SessionGuard } from './helpdesk/guards.js';
import { TicketsController } from './helpdesk/helpdesk.controllers.js';
import { HelpdeskCurrentUser, HelpdeskUsers } from './helpdesk/ports.js';

const bearer = { provide: APP_GUARD, useExisting: BearerGuard };
const scopes = { provide: APP_GUARD, useExisting: ScopesGuard };
const theirs = { provide: APP_GUARD, useClass: SessionGuard };

@Controller('half')
@UseGuards(BearerGuard)
class HalfController {
  @Get()
  list(): string {
    return 'listed';
  }
}

class Composed implements CanActivate {
  canActivate(): boolean {
    return true;
  }
}

interface Wanted {
  readonly guards?: readonly Provider[];
  readonly controllers?: readonly Type[];
  /** What `app.useGlobalGuards` gets. */
  readonly atTheApp?: (app: INestApplication) => readonly CanActivate[];
  readonly access?: boolean;
}

describe('the order of guards', () => {
  let app: INestApplication | undefined;
  const warned = vi.spyOn(Logger.prototype, 'warn');

  const warnings = (): string => warned.mock.calls.flat().join();

  afterEach(async () => {
    warned.mockClear();
    await app?.close();
    app = undefined;
  });

  const start = async ({ guards = [], controllers = [], atTheApp, access = false }: Wanted): Promise<string> => {
    const agents = { module: class Agents {}, providers: [AgentsService], exports: [AgentsService] };
    const host = {
      imports: [access ? AccessModule : agents],
      currentUser: HelpdeskCurrentUser,
      users: HelpdeskUsers,
      baseUrl: baseUrlAt(1),
      keys: PassingKeys,
    };
    const root = {
      module: class Root {},
      imports: [
        ...host.imports,
        embeddedDatabase(),
        HostModule.forRoot(host),
        ScopesModule.forRoot({ routes: [{ path: '*', scope: byMethod }] }),
        OAuthProviderModule.forRoot({ allowInsecureHttp: true }),
        ApplicationLinksModule.forRoot(),
      ],
      controllers: [TicketsController, ...controllers],
      providers: [...guards],
    };
    app = await NestFactory.create(root, { logger: ['fatal'], abortOnError: false });
    app.use(session({ secret: 'helpdesk', resave: false, saveUninitialized: false }));
    app.useGlobalGuards(...(atTheApp?.(app) ?? []));
    await app.listen(0, '127.0.0.1');
    return app.getUrl();
  };
  const statusOf = async (url: string, path = '/tickets', method = 'GET'): Promise<number> => {
    if (!app) throw new Error('Nothing runs.');
    const { headers } = await actingAs(app, { person: 'a3', scopes: ['READ'] });
    return (await fetch(url + path, { method, headers })).status;
  };

  it.each([
    ['ScopesGuard is missing', [bearer, theirs], 'BearerGuard is registered and ScopesGuard is not'],
    ['BearerGuard is missing', [scopes, theirs], 'ScopesGuard is registered and BearerGuard is not'],
    ['ScopesGuard comes first', [scopes, bearer, theirs], 'ScopesGuard runs before BearerGuard'],
  ])('P2 refuses to boot where %s', async (_, guards, why) => {
    await expect(start({ guards })).rejects.toThrow(why);
  });

  it('P2 refuses to boot where a controller asks for one of them by itself', async () => {
    await expect(start({ guards: [theirs], controllers: [HalfController] })).rejects.toThrow('BearerGuard');
  });

  it('hears guards of app.useGlobalGuards behind all others, so theirs may stand there', async () => {
    const url = await start({
      guards: [bearer, scopes],
      atTheApp: (running) => [
        new SessionGuard(running.get(AgentsService), new Reflector()),
        new RolesGuard(new Reflector()),
      ],
    });
    expect([await statusOf(url), await statusOf(url, '/tickets', 'POST')]).toEqual([200, 403]);
    expect((await fetch(`${url}/tickets`)).status).toBe(401);
    expect(warnings()).not.toContain('BearerGuard');
  });

  it('takes ours there too, where theirs stand there', async () => {
    const url = await start({
      atTheApp: (running) => [
        running.get(BearerGuard),
        running.get(ScopesGuard),
        new SessionGuard(running.get(AgentsService), new Reflector()),
      ],
    });
    expect([await statusOf(url), await statusOf(url, '/tickets', 'POST')]).toEqual([200, 403]);
    await app?.close();
    await expect(start({ atTheApp: (running) => [running.get(BearerGuard)] })).rejects.toThrow('ScopesGuard is not');
  });

  it('lets theirs stand in a module that the one with ours imports', async () => {
    const url = await start({ guards: [bearer, scopes], access: true });
    expect(await statusOf(url)).toBe(200);
    expect(warnings()).not.toContain('BearerGuard');
  });

  it('warns of what may turn applications away before their token is read, and fails closed', async () => {
    const url = await start({ guards: [theirs, bearer, scopes] });
    expect(await statusOf(url)).toBe(401);
    expect(warnings()).toContain('Before BearerGuard runs SessionGuard.');
    await app?.close();
    await start({ guards: [{ provide: APP_GUARD, useValue: new Composed() }, { provide: APP_GUARD, useValue: { canActivate: () => true } }, bearer, scopes] }); // prettier-ignore
    expect(warnings()).toContain('Before BearerGuard run Composed, a guard without a name.');
  });

  it('warns where nobody reads tokens, and fails closed', async () => {
    const url = await start({ guards: [theirs] });
    expect(await statusOf(url)).toBe(401);
    expect(warnings()).toContain('No global guard reads access tokens');
  });
});
