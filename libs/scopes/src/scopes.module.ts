import { type DynamicModule, Global, Module } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { type AsyncOptions } from 'nestjs-drawbridge/host';
import { PlacesForAccess } from './access/places-for-access.service.js';
import { Calls } from './context/calls.service.js';
import { Limits } from './guard/limits.service.js';
import { Refusals } from './guard/refusals.js';
import { ScopesGuard } from './guard/scopes.guard.js';
import { OperationMap } from './operations/operation-map.service.js';
import { ClientPaths } from './routes/client-paths.service.js';
import { RouteMap } from './routes/route-map.service.js';
import { ScopesOptions } from './scopes.options.js';

/** Lays scopes over the routes a host already has. The host registers {@link ScopesGuard} itself, as a global guard. */
@Global()
@Module({})
export class ScopesModule {
  /** With rules that are known when the module is written. */
  static forRoot(options: Partial<ScopesOptions>): DynamicModule {
    return this.forRootAsync({ useFactory: () => options });
  }

  /** With rules that come from elsewhere. */
  static forRootAsync({ imports = [], inject = [], useFactory }: AsyncOptions<Partial<ScopesOptions>>): DynamicModule {
    const settings = {
      provide: ScopesOptions,
      inject,
      useFactory: async (...args: never[]) => new ScopesOptions(await useFactory(...args)),
    };
    return {
      module: ScopesModule,
      imports,
      providers: [
        settings,
        MetadataScanner,
        ClientPaths,
        OperationMap,
        RouteMap,
        Calls,
        Limits,
        Refusals,
        ScopesGuard,
        PlacesForAccess,
      ],
      exports: [OperationMap, RouteMap, Calls, Limits, Refusals, ScopesGuard],
    };
  }
}
