import {
  type CanActivate,
  Controller,
  type ExecutionContext,
  Get,
  Head,
  type INestApplication,
  Injectable,
  Module,
  type ModuleMetadata,
  Options,
  Post,
  RequestMethod,
  type Type,
  Version,
  VERSION_NEUTRAL,
  VersioningType,
} from '@nestjs/common';
import { APP_GUARD, RouterModule } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { afterEach, describe, expect, it } from 'vitest';
import { Access, setAccess } from '../access/access.js';
import { ScopesGuard } from '../guard/scopes.guard.js';
import { ScopesModule } from '../scopes.module.js';
import { ClosedToApplications } from './closed-to-applications.decorator.js';
import { RouteMap } from './route-map.service.js';
import { byMethod, type RouteRule } from './route-rule.js';

/** Stands for whatever read the token: every request carries one for READ. */
@Injectable()
class ReaderGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const access = new Access({ clientId: 'c', userId: 'u', scope: 'READ', personLevel: 'READ' });
    setAccess(context.switchToHttp().getRequest<object>(), access);
    return true;
  }
}

@Controller('things')
class ThingsController {
  @Get(['', 'all'])
  all(): string {
    return 'all';
  }

  @Post()
  add(): string {
    return 'added';
  }

  @Head('probe')
  probe(): string {
    return '';
  }

  @Options('probe')
  options(): string {
    return '';
  }
}

@Controller({ path: 'versioned', version: ['1', '2'] })
class VersionedController {
  @Get()
  both(): string {
    return 'both';
  }

  @Get('latest')
  @Version('3')
  latest(): string {
    return 'latest';
  }
}

@Controller({ path: 'versioned', version: VERSION_NEUTRAL })
class NeutralController {
  @Get('neutral')
  neutral(): string {
    return 'neutral';
  }
}

@Controller({ path: 'same', version: '1' })
class FirstController {
  @Get()
  one(): string {
    return 'first';
  }
}

@Controller({ path: 'same', version: '2' })
@ClosedToApplications()
class SecondController {
  @Get()
  one(): string {
    return 'second';
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

@Module({ controllers: [ThingsController] })
class OtherModule {}

@Controller('base')
@ClosedToApplications()
class BaseController {
  @Get('inherited')
  inherited(): string {
    return 'inherited';
  }

  @Get('replaced')
  replaced(): string {
    return 'replaced';
  }
}

@Controller('derived')
class DerivedController extends BaseController {
  override replaced(): string {
    return 'no route any more';
  }
}

@Controller('own')
@GuardsItself()
class OwnController {
  @Get()
  own(): string {
    return 'own';
  }
}

type Configure = (app: INestApplication) => unknown;
type Parts = Pick<ModuleMetadata, 'imports' | 'controllers'>;

const platforms = [
  ['Express', () => new ExpressAdapter()],
  ['Fastify', () => new FastifyAdapter()],
] as const;

describe.each(platforms)('RouteMap on %s', (_name, adapter) => {
  let app: INestApplication | undefined;

  afterEach(async () => {
    await app?.close();
    app = undefined;
  });

  const start = async (routes: readonly RouteRule[], parts: Parts, configure: Configure = () => undefined) => {
    const module = await Test.createTestingModule({
      ...parts,
      imports: [ScopesModule.forRoot({ routes }), ...(parts.imports ?? [])],
      providers: [
        { provide: APP_GUARD, useClass: ReaderGuard },
        { provide: APP_GUARD, useExisting: ScopesGuard },
      ],
    }).compile();
    app = module.createNestApplication(adapter(), { logger: false });
    configure(app);
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const list = app.get(RouteMap).list();
    const ask = async (method: string, path: string, headers: Record<string, string> = {}) =>
      (await fetch(url + path, { method, headers })).status;
    return { ask, lines: list.map(({ method, path, scope }) => `${method} ${path} ${scope ?? 'closed'}`) };
  };

  const only = (...controllers: Type[]): Parts => ({ controllers });
  const things: readonly RouteRule[] = [{ path: '/things/*', scope: byMethod }];

  it('P5 lists routes with several paths, HEAD and OPTIONS', async () => {
    const { ask, lines } = await start(things, only(ThingsController));
    expect(lines).toEqual([
      'GET /things READ',
      'GET /things/all READ',
      'POST /things WRITE',
      'HEAD /things/probe READ',
      'OPTIONS /things/probe READ',
    ]);
    expect(await ask('GET', '/things')).toBe(200);
    expect(await ask('GET', '/things/all')).toBe(200);
    expect(await ask('POST', '/things')).toBe(403);
    expect(await ask('OPTIONS', '/things/probe')).toBe(200);
  });

  it('P3 judges HEAD by the GET that answers it, and a declared HEAD by itself', async () => {
    const { ask } = await start(
      [
        { path: '/things/probe', method: 'HEAD', scope: 'READ' },
        { path: '/things/*', scope: 'ADMIN' },
      ],
      only(ThingsController),
    );
    expect(await ask('HEAD', '/things')).toBe(403);
    expect(await ask('HEAD', '/things/probe')).toBe(200);
    expect(await ask('OPTIONS', '/things/probe')).toBe(403);
  });

  it('P5 lists the paths below a global prefix, but those that are left out of it', async () => {
    const { ask, lines } = await start(things, only(ThingsController), (nest) =>
      nest.setGlobalPrefix('wiki', { exclude: [{ path: 'things/all', method: RequestMethod.GET }] }),
    );
    expect(lines.slice(0, 3)).toEqual(['GET /wiki/things READ', 'GET /things/all READ', 'POST /wiki/things WRITE']);
    expect(await ask('GET', '/wiki/things')).toBe(200);
    expect(await ask('GET', '/things/all')).toBe(200);
    expect(await ask('POST', '/wiki/things')).toBe(403);
  });

  it('P3 P5 judges and lists each version in the path', async () => {
    const rules: readonly RouteRule[] = [
      { path: '/versioned/latest', scope: 'WRITE' },
      { path: '/versioned/*', scope: 'READ' },
    ];
    const { ask, lines } = await start(rules, only(VersionedController, NeutralController), (nest) =>
      nest.setGlobalPrefix('api').enableVersioning({ type: VersioningType.URI }),
    );
    expect(lines).toEqual([
      'GET /api/v1/versioned READ',
      'GET /api/v2/versioned READ',
      'GET /api/v3/versioned/latest WRITE',
      'GET /api/versioned/neutral READ',
    ]);
    const statuses = await Promise.all(lines.map((line) => ask('GET', line.split(' ')[1] ?? '')));
    expect(statuses).toEqual([200, 200, 403, 200]);
  });

  it.each([
    ['a header', { type: VersioningType.HEADER, header: 'x-version' }, (v: string) => ({ 'x-version': v })],
    [
      'the media type',
      { type: VersioningType.MEDIA_TYPE, key: 'v=' },
      (v: string) => ({ accept: `application/json;v=${v}` }),
    ],
  ] as const)('P3 judges by the version in %s what shares a path', async (_where, versioning, headers) => {
    const rules: readonly RouteRule[] = [{ path: '/same', scope: 'READ' }];
    const { ask, lines } = await start(rules, only(FirstController, SecondController), (nest) =>
      nest.enableVersioning(versioning),
    );
    expect(lines).toEqual(['GET /same READ', 'GET /same closed']);
    expect(await ask('GET', '/same', headers('1'))).toBe(200);
    expect(await ask('GET', '/same', headers('2'))).toBe(403);
  });

  it('P3 judges what RouterModule mounts by the path it is mounted at', async () => {
    const mounted = { imports: [ThingsModule, RouterModule.register([{ path: 'mount', module: ThingsModule }])] };
    const { ask, lines } = await start([{ path: '/mount/*', scope: byMethod }], mounted);
    expect(lines[0]).toBe('GET /mount/things READ');
    expect(await ask('GET', '/mount/things')).toBe(200);
    expect(await ask('POST', '/mount/things')).toBe(403);
  });

  it('P3 refuses to boot when a controller is mounted twice and its routes need different scopes', async () => {
    const mounts = [
      { path: 'open', module: ThingsModule },
      { path: 'other', module: OtherModule },
    ];
    const parts = { imports: [ThingsModule, OtherModule, RouterModule.register(mounts)] };
    await expect(start([{ path: '/open/*', scope: 'READ' }], parts)).rejects.toThrow(
      'ThingsController.all is reached by /open/things (READ) and by /other/things (closed)',
    );
  });

  it('P3 judges the controllers of dynamic modules', async () => {
    const dynamic = { module: class DynamicModule {}, controllers: [ThingsController] };
    const { ask, lines } = await start(things, { imports: [dynamic] });
    expect(lines).toContain('POST /things WRITE');
    expect(await ask('POST', '/things')).toBe(403);
  });

  it('P2 a controller inherits what its base class states, and no route that it replaced', async () => {
    const { ask, lines } = await start([{ path: '/derived/*', scope: 'READ' }], only(DerivedController));
    expect(lines).toEqual(['GET /derived/inherited closed']);
    expect(await ask('GET', '/derived/inherited')).toBe(403);
    expect(await ask('GET', '/derived/replaced')).toBe(404);
  });

  it('P2 a controller that guards itself is closed to tokens until something opens it', async () => {
    const { ask } = await start([], only(OwnController));
    expect(app?.get(RouteMap).list()).toMatchObject([{ scope: null, source: 'guards itself' }]);
    expect(await ask('GET', '/own')).toBe(403);
  });
});
