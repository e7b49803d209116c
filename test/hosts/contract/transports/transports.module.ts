import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { byOperation, type ScopesOptions } from 'nestjs-drawbridge/scopes';
import { type Platform } from '../start-host.js';
import { PeopleModule } from '../host/people.module.js';
import { JobsController } from './jobs.controller.js';
import { LiveGateway } from './live.gateway.js';
import { NotesController } from './notes.controller.js';
import { NotesResolver } from './notes.resolver.js';

const always = { autoSchemaFile: true, fieldResolverEnhancers: ['guards' as const] };

const graphqlOn: Readonly<Record<Platform, () => DynamicModule>> = {
  express: () =>
    GraphQLModule.forRoot<ApolloDriverConfig>({
      ...always,
      driver: ApolloDriver,
      subscriptions: { 'graphql-ws': true },
      allowBatchedHttpRequests: true,
    }),
  fastify: () =>
    GraphQLModule.forRoot<MercuriusDriverConfig>({
      ...always,
      driver: MercuriusDriver,
      subscription: true,
      allowBatchedQueries: true,
    }),
};

/** The same in every way that Nest serves. */
@Module({})
export class TransportsModule {
  static on(platform: Platform): DynamicModule {
    return {
      module: TransportsModule,
      imports: [PeopleModule, graphqlOn[platform]()],
      controllers: [NotesController, JobsController],
      providers: [NotesResolver, LiveGateway],
    };
  }
}

/** What opens it. */
export const transportRules: Partial<ScopesOptions> = {
  routes: [
    { path: ['/notes/alarms', '/notes/backup'], scope: 'ADMIN' },
    { path: '/notes', method: 'POST', scope: 'WRITE' },
    { path: '/notes', method: 'PUT', scope: 'ADMIN' },
    { path: '/notes', method: 'DELETE', scope: 'SYSTEM_ADMIN' },
    { path: '/notes/*', scope: 'READ' },
  ],
  graphql: [
    { field: ['Mutation.administer', 'Subscription.alarms', 'Note.secret'], scope: 'ADMIN' },
    { field: 'Mutation.govern', scope: 'SYSTEM_ADMIN' },
    { field: '*', scope: byOperation },
  ],
  gateways: [
    { gateway: '/live', message: 'clear', scope: 'CLOSED' },
    { gateway: '/live', message: 'write', scope: 'WRITE' },
    { gateway: '/live', message: 'administer', scope: 'ADMIN' },
    { gateway: '/live', message: 'govern', scope: 'SYSTEM_ADMIN' },
    { gateway: '/live', scope: 'READ' },
  ],
};
