import {
  All,
  Controller,
  Get,
  type INestApplication,
  Injectable,
  Post,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { Test } from '@nestjs/testing';
import { afterEach, describe, expect, it } from 'vitest';
import { Access, setAccess } from '../access/access.js';
import { isScope, type Scope } from '../ladder/scope.js';
import { ClosedToApplications } from '../routes/closed-to-applications.decorator.js';
import { RequireScope } from '../routes/require-scope.decorator.js';
import { RouteMap } from '../routes/route-map.service.js';
import { byMethod, type RouteRule } from '../routes/route-rule.js';
import { ScopesModule } from '../scopes.module.js';
import { Refusals } from './refusals.js';
import { ScopesGuard } from './scopes.guard.js';

/** Stands for whatever read the token: takes scope and level from headers. */
@Injectable()
class HeaderAccessGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>();
    const { scope = '', level = '' } = request.headers;
    const levelNow: Scope | null = isScope(level) ? level : null;
    if (isScope(scope)) setAccess(request, new Access({ clientId: 'c', userId: 'u', scope, personLevel: levelNow }));
    return true;
  }
}

@Controller('things')
class ThingsController {
  @Get('secret')
  @ClosedToApplications()
  secret(): string {
    return 'secret';
  }

  @Get(':id')
  one(): string {
    return 'one';
  }

  @Post()
  add(): string {
    return 'added';
  }

  @Post('search')
  @RequireScope('READ')
  search(): string {
    return 'found';
  }
}

@Controller('elsewhere')
class UnmappedController {
  @All('all')
  all(): string {
    return 'all';
  }

  @Get()
  anything(): string {
    return 'anything';
  }
}

class SharedHandlers {
  @Get('shared')
  shared(): string {
    return 'shared';
  }
}

@Controller('open')
class OpenController extends SharedHandlers {}

@Controller('guarded')
class GuardedController extends SharedHandlers {}

@Controller('spelled')
class SpelledController {
  @Get('admin')
  admin(): string {
    return 'for administrators';
  }

  @Get(':id')
  one(): string {
    return 'one';
  }
}

@Controller('two')
class TwoPathsController {
  @Get(['one', 'other'])
  either(): string {
    return 'either';
  }
}

let app: INestApplication | undefined;

const handlerOf = (type: typeof ThingsController) =>
  Object.getOwnPropertyDescriptor(type.prototype, 'one')?.value as () => string;

async function start(routes: readonly RouteRule[], scopes = ScopesModule.forRoot({ routes })): Promise<string> {
  const module = await Test.createTestingModule({
    imports: [scopes],
    controllers: [
      ThingsController,
      UnmappedController,
      OpenController,
      GuardedController,
      SpelledController,
      TwoPathsController,
    ],
    providers: [
      { provide: APP_GUARD, useClass: HeaderAccessGuard },
      { provide: APP_GUARD, useExisting: ScopesGuard },
    ],
  }).compile();
  app = module.createNestApplication({ logger: false });
  await app.listen(0, '127.0.0.1');
  return app.getUrl();
}

afterEach(async () => {
  await app?.close();
  app = undefined;
});

const rules: readonly RouteRule[] = [{ path: '/things/*', scope: byMethod }];

describe('ScopesGuard', () => {
  it('P2 closes to applications every route that no rule covers', async () => {
    const url = await start(rules);
    const all = { scope: 'SYSTEM_ADMIN', level: 'SYSTEM_ADMIN' };
    expect((await fetch(`${url}/elsewhere`, { headers: all })).status).toBe(403);
    expect((await fetch(`${url}/things/secret`, { headers: all })).status).toBe(403);
    expect((await fetch(`${url}/elsewhere`)).status).toBe(200);
  });

  it('P1 lets nothing through that the person may not do now', async () => {
    const url = await start(rules);
    const post = (headers: Record<string, string>) => fetch(`${url}/things`, { method: 'POST', headers });
    expect((await post({ scope: 'SYSTEM_ADMIN', level: 'READ' })).status).toBe(403);
    expect((await post({ scope: 'SYSTEM_ADMIN', level: '' })).status).toBe(403);
    expect((await post({ scope: 'READ', level: 'SYSTEM_ADMIN' })).status).toBe(403);
    expect((await post({ scope: 'WRITE', level: 'WRITE' })).status).toBe(201);
  });

  it('says what is missing in an RFC 6750 challenge', async () => {
    const url = await start(rules);
    const answer = await fetch(`${url}/things`, { method: 'POST', headers: { scope: 'READ', level: 'ADMIN' } });
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer error="insufficient_scope".*scope="WRITE"$/);
    expect(await answer.json()).toMatchObject({ statusCode: 403, error: 'insufficient_scope' });
  });

  it.each([
    ['/elsewhere', { scope: 'WRITE', level: 'WRITE' }, 'This resource is closed to applications.', ''],
    [
      '/things',
      { scope: 'READ', level: 'ADMIN' },
      'This needs the scope WRITE, which the application was not given.',
      ', scope="WRITE"',
    ],
    [
      '/things',
      { scope: 'ADMIN', level: 'READ' },
      'This needs the level WRITE, which the person who authorized the application does not hold.',
      ', scope="WRITE"',
    ],
  ])('says at %s to %j what is missing', async (path, headers, message, scope) => {
    const url = await start([...rules, { path: '/elsewhere/*', scope: 'CLOSED' }]);
    const answer = await fetch(url + path, { method: path === '/things' ? 'POST' : 'GET', headers });
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer error="insufficient_scope", error_description="${message}"${scope}`,
    );
    expect(await answer.json()).toEqual({ statusCode: 403, error: 'insufficient_scope', message });
  });

  it('answers at once where the host has no limits of its own', async () => {
    await start(rules);
    const request = { headers: {} };
    const context = new ExecutionContextHost([request], ThingsController, handlerOf(ThingsController));
    setAccess(request, new Access({ clientId: 'c', userId: 'u', scope: 'READ', personLevel: 'READ' }));
    expect(app?.get(ScopesGuard).canActivate(context)).toBe(true);
  });

  it('tells whoever counts what was refused to whom, and nothing else', async () => {
    const url = await start(rules);
    const heard: unknown[] = [];
    app?.get(Refusals).subscribe(({ clientId }, shortfall) => heard.push([clientId, shortfall]));
    const headers = { scope: 'READ', level: 'READ' };
    await fetch(`${url}/things/1`, { headers });
    await fetch(`${url}/things`, { method: 'POST', headers });
    await fetch(`${url}/things/secret`, { headers });
    expect(heard).toEqual([
      ['c', { reason: 'scope', needed: 'WRITE' }],
      ['c', { reason: 'closed' }],
    ]);
  });

  it('lets a decorator win over every rule', async () => {
    const url = await start(rules);
    const answer = await fetch(`${url}/things/search`, { method: 'POST', headers: { scope: 'READ', level: 'READ' } });
    expect(answer.status).toBe(201);
  });

  it('P3 judges a HEAD by the GET it is answered by', async () => {
    const url = await start([{ path: '/things/*', scope: 'ADMIN' }]);
    const answer = await fetch(`${url}/things/1`, { method: 'HEAD', headers: { scope: 'READ', level: 'ADMIN' } });
    expect(answer.status).toBe(403);
  });

  it.each(['/admin/', '/ADMIN', '/%61dmin', '/admin?/spelled/1', '/admin#/spelled/1', '/x/../admin', '/./admin'])(
    'P3 judges a handler by what was declared, however it is spelled: %s',
    async (spelling) => {
      const rule = { path: '/spelled/admin', scope: 'ADMIN' } as const;
      const url = await start([rule, { path: '/spelled/*', scope: 'READ' }]);
      const answer = await fetch(`${url}/spelled${spelling}`, { headers: { scope: 'READ', level: 'ADMIN' } });
      expect(await answer.text()).not.toBe('for administrators');
    },
  );

  it('P3 judges a handler that two controllers inherit by the controller it was reached through', async () => {
    const url = await start([
      { path: '/things/*', scope: 'ADMIN' },
      { path: '/open/*', scope: 'READ' },
      { path: '/guarded/*', scope: 'ADMIN' },
    ]);
    const headers = { scope: 'READ', level: 'ADMIN' };
    expect((await fetch(`${url}/open/shared`, { headers })).status).toBe(200);
    expect((await fetch(`${url}/guarded/shared`, { headers })).status).toBe(403);
  });

  it('P3 refuses to boot when one handler is reached by routes that need different scopes', async () => {
    const split = start([{ path: '/two/one', scope: 'READ' }, { path: '/two/other', scope: 'ADMIN' }, ...rules]);
    await expect(split).rejects.toThrow('is reached by /two/one (READ) and by /two/other (ADMIN)');
  });

  it('refuses to boot when a rule covers no route, and says which', async () => {
    await expect(start([...rules, { path: '/thing/*', scope: 'READ' }])).rejects.toThrow("'/thing/*' covers no route");
  });

  it('refuses to boot when a rule for one method meets a route for all of them', async () => {
    await expect(start([{ path: '/elsewhere/*', method: 'POST', scope: 'ADMIN' }])).rejects.toThrow(
      'covers only a part',
    );
  });

  it('takes its rules from elsewhere', async () => {
    const url = await start([], ScopesModule.forRootAsync({ useFactory: async () => ({ routes: rules }) }));
    expect((await fetch(`${url}/things/1`, { headers: { scope: 'READ', level: 'READ' } })).status).toBe(200);
    expect((await fetch(`${url}/elsewhere`, { headers: { scope: 'READ', level: 'READ' } })).status).toBe(403);
  });

  it('lists every route with what opens it', async () => {
    await start(rules);
    const list = app?.get(RouteMap).list() ?? [];
    expect(list).toContainEqual({
      method: 'POST',
      path: '/things/search',
      handler: 'ThingsController.search',
      scope: 'READ',
      source: 'decorator',
    });
    expect(list.find(({ path }) => path === '/elsewhere')).toMatchObject({ scope: null, source: 'no rule' });
  });
});
