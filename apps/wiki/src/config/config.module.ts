import { type DynamicModule, Module } from '@nestjs/common';
import { WikiConfig } from './wiki-config.js';

/** Hands the configuration to everybody. */
@Module({})
export class ConfigModule {
  static forRoot(config: WikiConfig): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: WikiConfig, useValue: config }],
      exports: [WikiConfig],
    };
  }
}
