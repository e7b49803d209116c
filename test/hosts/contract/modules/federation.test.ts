import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { ApolloFederationDriver, type ApolloFederationDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import {
  Directive,
  Field,
  GraphQLModule,
  ID,
  ObjectType,
  Query,
  ResolveField,
  ResolveReference,
  Resolver,
} from '@nestjs/graphql';
import { byOperation, type GraphqlRule } from 'nestjs-drawbridge/scopes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { journal, ran } from '../host/journal.js';
import { type RunningHost, startHost } from '../start-host.js';
import { askGraphql } from '../transports/ask-graphql.js';

@ObjectType('Page')
@Directive('@key(fields: "id")')
class PageModel {
  @Field(() => ID)
  id!: string;
}

@ObjectType('Draft')
@Directive('@key(fields: "id")')
class DraftModel {
  @Field(() => ID)
  id!: string;
}

@Resolver(() => PageModel)
class PagesResolver {
  @Query(() => PageModel)
  page(): PageModel {
    ran('READ Query.page');
    return { id: '1' };
  }

  @ResolveReference()
  byReference({ id }: PageModel): PageModel {
    ran('READ Page.byReference');
    return { id };
  }

  @ResolveField(() => String)
  secret(): string {
    return ran('ADMIN Page.secret');
  }
}

@Resolver(() => DraftModel)
class DraftsResolver {
  @ResolveReference()
  byReference({ id }: DraftModel): DraftModel {
    ran('ADMIN Draft.byReference');
    return { id };
  }
}

@Module({})
class SubgraphModule {
  static with(options: Partial<ApolloFederationDriverConfig>): DynamicModule {
    const graphql = GraphQLModule.forRoot<ApolloFederationDriverConfig>({
      driver: ApolloFederationDriver,
      autoSchemaFile: { federation: 2 },
      plugins: [ApolloServerPluginInlineTraceDisabled()],
      buildSchemaOptions: { orphanedTypes: [DraftModel] },
      ...options,
    });
    return { module: SubgraphModule, imports: [graphql], providers: [PagesResolver, DraftsResolver] };
  }
}

const rules: readonly GraphqlRule[] = [
  { field: ['Page.secret', 'Draft.*'], scope: 'ADMIN' },
  { field: '*', scope: byOperation },
];
const start = (options: Partial<ApolloFederationDriverConfig>, graphql = rules) =>
  startHost('express', { imports: [SubgraphModule.with(options)], rules: { graphql } });

describe('a subgraph of a federation', () => {
  it('P2 does not start where its references are answered without guards', async () => {
    await expect(start({})).rejects.toThrow("Give GraphQLModule fieldResolverEnhancers: ['guards']");
    await expect(start({}, [{ field: '*', scope: 'READ' }])).rejects.toThrow('PagesResolver.byReference is answered');
  });

  describe('with guards before every resolver', () => {
    let host: RunningHost;

    beforeAll(async () => {
      host = await start({ fieldResolverEnhancers: ['guards'] });
    });

    afterEach(() => journal.splice(0));
    afterAll(() => host.close());

    const entities = (type: string, fields: string) =>
      `{ _entities(representations: [{ __typename: "${type}", id: "1" }]) { ... on ${type} { ${fields} } } }`;
    const causes = async (token: string, query: string) =>
      (await askGraphql(host.origin, token, query)).errors?.map(({ extensions }) => extensions?.error);

    it('P3 judges references and fields below them by their own scopes', async () => {
      const reader = await host.token('READ');
      expect(await causes(reader, entities('Page', 'id'))).toBeUndefined();
      expect(journal).toEqual(['READ Page.byReference']);
      expect(await causes(reader, entities('Page', 'id secret'))).toEqual(['insufficient_scope']);
      expect(await causes(reader, entities('Draft', 'id'))).toEqual(['insufficient_scope']);
      expect(await causes(reader, '{ page { secret } }')).toEqual(['insufficient_scope']);
      expect(journal.filter((line) => line.startsWith('ADMIN'))).toEqual([]);
      const admin = await host.token('ADMIN');
      expect(await causes(admin, entities('Draft', 'id'))).toBeUndefined();
      expect(await causes(admin, entities('Page', 'secret'))).toBeUndefined();
      expect(await causes('nonsense', entities('Page', 'id'))).toEqual(['invalid_token']);
    });
  });
});
