import { Global, Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { CsrfGuard } from './csrf.guard.js';
import { LevelGuard } from './level.guard.js';
import { PasswordChangesService } from './password-changes.service.js';
import { SessionGuard } from './session.guard.js';
import { SessionsService } from './sessions.service.js';
import { SignInThrottle } from './sign-in-throttle.service.js';

const services = [SessionsService, SignInThrottle, PasswordChangesService, SessionGuard, CsrfGuard, LevelGuard];

/** Signing in, and the three guards that know who calls. */
@Global()
@Module({ imports: [PeopleModule], providers: services, exports: services })
export class SessionsModule {}
