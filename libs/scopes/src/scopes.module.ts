import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { Refusals } from './guard/refusals.js';
import { ScopesGuard } from './guard/scopes.guard.js';
import { RouteMap } from './routes/route-map.service.js';
import { ScopesOptions } from './scopes.options.js';

/** Lays scopes over the routes a host already has. The host registers {@link ScopesGuard} itself, as a global guard. */
@Global()
@Module({})
export class ScopesModule {
  static forRoot(options: Partial<ScopesOptions>): DynamicModule {
    return {
      module: ScopesModule,
      imports: [DiscoveryModule],
      providers: [
        { provide: ScopesOptions, useValue: new ScopesOptions(options) },
        MetadataScanner,
        RouteMap,
        Refusals,
        ScopesGuard,
      ],
      exports: [RouteMap, Refusals, ScopesGuard],
    };
  }
}
