import { type Type } from '@nestjs/common';
import { Mutation, Query, ResolveField, ResolveReference, Resolver, Subscription } from '@nestjs/graphql';
import { Test } from '@nestjs/testing';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { describe, expect, it } from 'vitest';
import { ClosedToApplications } from '../routes/closed-to-applications.decorator.js';
import { RequireScope } from '../routes/require-scope.decorator.js';
import { ScopesModule } from '../scopes.module.js';
import { type ScopesOptions } from '../scopes.options.js';
import { OperationMap } from './operation-map.service.js';
import { byOperation } from './operation-rule.js';

class SharedResolver {
  @Query(() => String)
  inherited(): string {
    return 'inherited';
  }
}

@Resolver()
class CodeFirstResolver extends SharedResolver {
  @Query(() => String, { name: 'renamed' })
  query(): string {
    return 'query';
  }

  @Mutation(() => String)
  change(): string {
    return 'changed';
  }

  @Mutation(() => String)
  @RequireScope('READ')
  search(): string {
    return 'found';
  }

  @Subscription(() => String)
  @ClosedToApplications()
  news(): string {
    return 'news';
  }
}

@Resolver('Mutation')
class SchemaFirstMutations {
  @ResolveField()
  rename(): string {
    return 'renamed';
  }
}

@Resolver('Page')
class PageResolver {
  @ResolveField('author')
  author(): string {
    return 'author';
  }
}

@Resolver('Page')
class StrictPageResolver {
  @ResolveField()
  @RequireScope('ADMIN')
  secret(): string {
    return 'secret';
  }
}

@Resolver('Page')
class ReferenceResolver {
  @ResolveReference()
  find(): string {
    return 'page';
  }
}

@WebSocketGateway({ path: 'live/' })
class LiveGateway {
  @SubscribeMessage('notes.add')
  add(): string {
    return 'added';
  }

  @SubscribeMessage('notes.list')
  list(): string {
    return 'list';
  }

  noMessage(): string {
    return 'no message';
  }
}

@WebSocketGateway({ path: '/live' })
@RequireScope('WRITE')
class GuardedGateway {
  @SubscribeMessage('guarded')
  guarded(): string {
    return 'guarded';
  }
}

@WebSocketGateway({ path: '/live' })
@ClosedToApplications()
class PeopleGateway {}

@WebSocketGateway({ namespace: 'quiet' })
class QuietGateway {
  @SubscribeMessage('anything')
  anything(): string {
    return 'anything';
  }
}

@WebSocketGateway({ path: 'strict' })
class StrictlyOpenGateway {
  @SubscribeMessage('open')
  @RequireScope('READ')
  open(): string {
    return 'open';
  }
}

@WebSocketGateway(4000, { path: '/shared' })
@RequireScope('ADMIN')
class StrictSharedGateway {
  @SubscribeMessage({ cmd: 'count' })
  count(): string {
    return 'count';
  }
}

@WebSocketGateway(4000, { path: 'shared' })
class SharedGateway {
  handleConnection(): void {
    return;
  }
}

@WebSocketGateway(4001, { path: '/shared' })
class OtherPortGateway {
  handleConnection(): void {
    return;
  }
}

@Resolver()
class NamelessResolver {
  @ResolveField()
  own(): string {
    return 'own';
  }

  noField(): string {
    return 'no field';
  }
}

const graphqlSettings = (settings: object) => ({ provide: 'GqlModuleOptions', useValue: settings });

async function mapOf(options: Partial<ScopesOptions>, providers: readonly (Type | object)[]): Promise<OperationMap> {
  const module = await Test.createTestingModule({
    imports: [ScopesModule.forRoot(options)],
    providers: [...providers] as Type[],
  }).compile();
  return module.init().then(() => module.get(OperationMap));
}

const linesOf = (map: OperationMap) =>
  map.mapped().map(({ method, path, scope, source }) => `${method} ${path} ${scope ?? 'closed'}, ${source}`);

describe('OperationMap', () => {
  const open: Partial<ScopesOptions> = { graphql: [{ field: '*', scope: byOperation }] };

  it('P2 closes every field and gateway that nothing mentions', async () => {
    const map = await mapOf({}, [CodeFirstResolver, SchemaFirstMutations, LiveGateway, QuietGateway]);
    expect(map.list().filter(({ source, scope }) => source !== 'decorator' && scope !== null)).toEqual([]);
    expect(map.connectionScope(LiveGateway)).toBeNull();
  });

  it('P2 reads from queries and writes by mutations, unless something else was said', async () => {
    const map = await mapOf(open, [CodeFirstResolver, SchemaFirstMutations, PageResolver]);
    expect(linesOf(map).sort()).toEqual([
      'FIELD Page.author READ, rule *',
      'MUTATION Mutation.change WRITE, rule *',
      'MUTATION Mutation.rename WRITE, rule *',
      'MUTATION Mutation.search READ, decorator',
      'QUERY Query.inherited READ, rule *',
      'QUERY Query.renamed READ, rule *',
      'SUBSCRIPTION Subscription.news closed, decorator',
    ]);
    const { change } = CodeFirstResolver.prototype as unknown as Record<string, unknown>;
    expect(map.scopeOf(CodeFirstResolver, change)).toBe('WRITE');
    expect(map.scopeOf(SchemaFirstMutations, change)).toBeNull();
  });

  it('judges connecting and each message by the first rule that covers it', async () => {
    const map = await mapOf(
      {
        gateways: [
          { gateway: '/live', message: 'notes.add', scope: 'WRITE' },
          { gateway: 'live', scope: 'READ' },
        ],
      },
      [LiveGateway, QuietGateway],
    );
    expect(linesOf(map)).toEqual([
      'CONNECT /live READ, rule live',
      'MESSAGE /live notes.add WRITE, rule /live notes.add',
      'MESSAGE /live notes.list READ, rule live',
      'CONNECT /quiet closed, no rule',
      'MESSAGE /quiet anything closed, no rule',
    ]);
    expect([map.connectionScope(LiveGateway), map.connectionScope(QuietGateway)]).toEqual(['READ', null]);
  });

  it('P5 says of connecting what the lowest gateway of an address needs, and that a closed one stays closed', async () => {
    const map = await mapOf(
      {
        gateways: [
          { gateway: '/live', message: 'guarded', scope: 'ADMIN' },
          { gateway: '/live', scope: 'READ' },
        ],
      },
      [LiveGateway, GuardedGateway, PeopleGateway],
    );
    expect(linesOf(map).filter((line) => line.startsWith('CONNECT'))).toEqual([
      'CONNECT /live READ, rule /live',
      'CONNECT /live READ, decorator',
      'CONNECT /live closed, decorator',
    ]);
    expect(map.connectionScope(GuardedGateway)).toBe('READ');
  });

  it('finds resolvers that factories make', async () => {
    const made = { provide: 'made', useFactory: () => new CodeFirstResolver() };
    expect(linesOf(await mapOf(open, [made]))).toContain('MUTATION Mutation.change WRITE, rule *');
  });

  it('P2 finds nothing in what is no class, and each class once', async () => {
    const others = [
      { provide: 'text', useValue: 'text' },
      { provide: 'nothing', useValue: null },
      { provide: 'bare', useValue: Object.create(null) as object },
      { provide: 'made', useFactory: () => new CodeFirstResolver() },
      { provide: 'again', useExisting: CodeFirstResolver },
      { provide: 'other', useClass: CodeFirstResolver },
      CodeFirstResolver,
    ];
    expect(linesOf(await mapOf(open, others)).sort()).toEqual(linesOf(await mapOf(open, [CodeFirstResolver])).sort());
  });

  it('P2 reads scopes of a class from its decorator, and messages that are objects', async () => {
    const map = await mapOf({}, [StrictSharedGateway]);
    expect(linesOf(map)).toEqual([
      'CONNECT /shared ADMIN, decorator',
      'MESSAGE /shared {"cmd":"count"} ADMIN, decorator',
    ]);
    expect(map.list().map(({ name }) => name)).toEqual([
      'StrictSharedGateway.handleConnection',
      'StrictSharedGateway.count',
    ]);
  });

  it('P2 lets connect whom the lowest of the gateways asks that answer there, and nobody elsewhere', async () => {
    const shared: Partial<ScopesOptions> = { gateways: [{ gateway: 'shared', scope: 'WRITE' }] };
    const map = await mapOf(shared, [StrictSharedGateway, SharedGateway]);
    expect([map.connectionScope(StrictSharedGateway), map.connectionScope(SharedGateway)]).toEqual(['WRITE', 'WRITE']);
    const turned = await mapOf(shared, [SharedGateway, StrictSharedGateway]);
    expect(turned.connectionScope(StrictSharedGateway)).toBe('WRITE');
    const partly = await mapOf({}, [SharedGateway, StrictSharedGateway, OtherPortGateway]);
    expect(partly.connectionScope(SharedGateway)).toBe('ADMIN');
    expect(partly.connectionScope(OtherPortGateway)).toBeNull();
    const gateways = [SharedGateway, StrictSharedGateway, OtherPortGateway, NamelessResolver];
    expect(gateways.filter((gateway) => partly.isOpen(gateway))).toEqual([StrictSharedGateway]);
    expect(partly.gateways()).toEqual([SharedGateway, StrictSharedGateway, OtherPortGateway]);
  });

  it('P2 needs for connecting what that needs, however little a message needs', async () => {
    const rules: Partial<ScopesOptions> = {
      gateways: [
        { gateway: 'live', message: 'notes.list', scope: 'READ' },
        { gateway: 'live', message: 'notes.add', scope: 'CLOSED' },
        { gateway: 'live', scope: 'ADMIN' },
      ],
    };
    const map = await mapOf({ ...rules, ...open }, [CodeFirstResolver, LiveGateway]);
    expect(map.connectionScope(LiveGateway)).toBe('ADMIN');
    expect(linesOf(map).slice(-3)).toEqual([
      'CONNECT /live ADMIN, rule live',
      'MESSAGE /live notes.add closed, rule live notes.add',
      'MESSAGE /live notes.list READ, rule live notes.list',
    ]);
  });

  it('P2 knows the scope of connecting by the method that hears of it', async () => {
    const map = await mapOf({ gateways: [{ gateway: 'shared', scope: 'WRITE' }] }, [SharedGateway]);
    const { handleConnection } = SharedGateway.prototype as unknown as Record<string, unknown>;
    expect(map.scopeOf(SharedGateway, handleConnection)).toBe('WRITE');
    expect(map.scopeOf(OtherPortGateway, handleConnection)).toBeNull();
  });

  it('names a field by its class and its method where nothing else names it', async () => {
    const map = await mapOf(open, [NamelessResolver]);
    expect(linesOf(map)).toEqual(['FIELD NamelessResolver.own READ, rule *']);
    expect(map.list()[0]?.name).toBe('NamelessResolver.own');
  });

  it('can be listed before the application is initialised, and starts where there is nothing to judge', async () => {
    const module = await Test.createTestingModule({
      imports: [ScopesModule.forRoot(open)],
      providers: [PageResolver],
    }).compile();
    expect(linesOf(module.get(OperationMap))).toEqual(['FIELD Page.author READ, rule *']);
    expect(linesOf(await mapOf({}, []))).toEqual([]);
  });

  it.each<[string, Partial<ScopesOptions>, readonly (Type | object)[]]>([
    [
      "the rule for 'Query.none' covers no GraphQL field",
      { graphql: [{ field: 'Query.none', scope: 'READ' }] },
      [PageResolver],
    ],
    [
      "the rule for '/live typo' covers no",
      { gateways: [{ gateway: '/live', message: 'typo', scope: 'READ' }] },
      [LiveGateway],
    ],
    [
      'none can connect to LiveGateway',
      { gateways: [{ gateway: '/live', message: 'notes.*', scope: 'READ' }] },
      [LiveGateway],
    ],
    [
      'that hides it, or remove it',
      {
        gateways: [
          { gateway: '*', scope: 'READ' },
          { gateway: 'live', scope: 'ADMIN' },
        ],
      },
      [LiveGateway],
    ],
    ['none can connect to StrictlyOpenGateway', {}, [StrictlyOpenGateway]],
    ['StrictPageResolver.secret is answered without any guard', open, [StrictPageResolver, graphqlSettings({})]],
    [
      'ReferenceResolver.find is answered without any guard',
      {},
      [ReferenceResolver, graphqlSettings({ fieldResolverEnhancers: ['filters'] })],
    ],
  ])('refuses to start: %s', async (message, options, providers) => {
    await expect(mapOf(options, providers)).rejects.toThrow(message);
  });

  it('asks for the scope of every field where Nest guards them all, and of none where it does not', async () => {
    const guarded = graphqlSettings({ fieldResolverEnhancers: ['guards'] });
    const all = [StrictPageResolver, PageResolver, ReferenceResolver];
    expect(linesOf(await mapOf(open, [...all, guarded]))).toEqual([
      'FIELD Page.secret ADMIN, decorator',
      'FIELD Page.author READ, rule *',
      'FIELD Page.__resolveReference READ, rule *',
    ]);
    const below: Partial<ScopesOptions> = { graphql: [{ field: 'Page.*', scope: 'READ' }] };
    expect(linesOf(await mapOf(below, [PageResolver, graphqlSettings({})]))).toEqual([]);
    await expect(
      mapOf({ graphql: [{ field: 'Page.*', scope: 'CLOSED' }] }, [PageResolver, graphqlSettings({})]),
    ).rejects.toThrow('PageResolver.author is answered without any guard');
    const queries: Partial<ScopesOptions> = { graphql: [{ field: 'Query.*', scope: 'READ' }] };
    const lines = linesOf(await mapOf(queries, [PageResolver, CodeFirstResolver, graphqlSettings({})]));
    expect(lines).toContain('QUERY Query.renamed READ, rule Query.*');
    expect(lines).not.toContainEqual(expect.stringContaining('FIELD'));
  });
});
