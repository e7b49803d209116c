import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { ApplicationConfig, HttpAdapterHost } from '@nestjs/core';
import { guardOrderProblem, guardsBeforeBearer, readsTokens, type RegisteredGuard, theOrder } from './guard-order.js';

/** Refuses to boot where an application would be let in and nobody asked how far, and warns where none can come in. */
@Injectable()
export class GuardOrderCheck implements OnModuleInit {
  private readonly logger = new Logger(GuardOrderCheck.name);

  constructor(
    @Inject(ApplicationConfig) private readonly config: ApplicationConfig,
    @Inject(HttpAdapterHost) private readonly adapterHost: Partial<HttpAdapterHost>,
  ) {}

  /** @throws Error that names the guard which is missing or stands in the wrong place, and says what to write. */
  onModuleInit(): void {
    const guards = this.globalGuards();
    const problem = guardOrderProblem(guards);
    if (problem) throw new Error(`OAuthProviderModule: ${problem}`);
    const warning = this.adapterHost.httpAdapter ? this.warningOf(guards) : null;
    if (warning) this.logger.warn(warning);
  }

  /** In the order in which Nest runs them: those made for each request come last. */
  private globalGuards(): readonly RegisteredGuard[] {
    const perRequest = this.config.getGlobalRequestGuards().map(({ metatype }) => metatype as RegisteredGuard | null);
    return [...this.config.getGlobalGuards(), ...perRequest].filter((guard) => guard !== null && guard !== undefined);
  }

  private warningOf(guards: readonly RegisteredGuard[]): string | null {
    if (!readsTokens(guards)) return `No global guard reads access tokens, so applications reach no route. ${theOrder}`;
    const names = guardsBeforeBearer(guards);
    if (names.length === 0) return null;
    return (
      `Before BearerGuard ${names.length === 1 ? 'runs' : 'run'} ${names.join(', ')}. What turns away who is not signed in ` +
      'turns away applications there: move it behind ScopesGuard. APP_GUARDs of a module run before those of the modules it imports.'
    );
  }
}
