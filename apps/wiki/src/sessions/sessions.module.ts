import { type DynamicModule, Module, type Type } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { CsrfGuard } from './csrf.guard.js';
import { LevelGuard } from './level.guard.js';
import { SelfGuarded, SelfGuardedModules } from './self-guarded.service.js';
import { SessionGuard } from './session.guard.js';
import { SessionsService } from './sessions.service.js';

/** Signing in, and the three guards that know who calls. */
@Module({})
export class SessionsModule {
  /** `selfGuarded`: modules whose controllers decide for themselves who may call them. */
  static forRoot(options: { readonly selfGuarded: readonly Type[] }): DynamicModule {
    const services = [SessionsService, SelfGuarded, SessionGuard, CsrfGuard, LevelGuard];
    return {
      module: SessionsModule,
      global: true,
      imports: [PeopleModule],
      providers: [...services, { provide: SelfGuardedModules, useValue: new SelfGuardedModules(options.selfGuarded) }],
      exports: services,
    };
  }
}
