import {
  type DynamicModule,
  Global,
  type InjectionToken,
  Module,
  type ModuleMetadata,
  type Provider,
  type Type,
} from '@nestjs/common';
import { PlainPageLayout } from './layout/plain-page-layout.js';
import { BrowserLocales } from './locales/browser-locales.js';
import { ApplicationLimits } from './ports/application-limits.port.js';
import { BaseUrl } from './ports/base-url.port.js';
import { Clock, SystemClock } from './ports/clock.port.js';
import { CurrentUser } from './ports/current-user.port.js';
import { FormTickets } from './ports/form-tickets.port.js';
import { Keys } from './ports/keys.port.js';
import { Locales } from './ports/locales.port.js';
import { PageLayout } from './ports/page-layout.port.js';
import { Users } from './ports/users.port.js';

/** The host's implementations of the ports, each a class that Nest can construct from what `imports` exports. */
export interface HostOptions extends Pick<ModuleMetadata, 'imports'> {
  readonly currentUser: Type<CurrentUser>;
  readonly users: Type<Users>;
  readonly baseUrl: Type<BaseUrl>;
  readonly keys: Type<Keys>;
  /** Default: a plain page. */
  readonly layout?: Type<PageLayout>;
  /** Default: the languages a browser asks for, and UTC. */
  readonly locales?: Type<Locales>;
  /** Default: ours, signed and one-time. */
  readonly formTickets?: Type<FormTickets>;
  /** Default: none, scope and person decide alone. */
  readonly limits?: Type<ApplicationLimits>;
  /** Default: the system's clock. */
  readonly clock?: Type<Clock>;
}

/** Hands the host's implementations of the ports to the other libraries. Import it once, in the root module. */
@Global()
@Module({})
export class HostModule {
  static forRoot(options: HostOptions): DynamicModule {
    const ports: readonly [InjectionToken, Type | undefined][] = [
      [CurrentUser, options.currentUser],
      [Users, options.users],
      [BaseUrl, options.baseUrl],
      [Keys, options.keys],
      [PageLayout, options.layout ?? PlainPageLayout],
      [Locales, options.locales ?? BrowserLocales],
      [FormTickets, options.formTickets],
      [ApplicationLimits, options.limits],
      [Clock, options.clock ?? SystemClock],
    ];
    const providers = ports.flatMap(([provide, useClass]): Provider[] => (useClass ? [{ provide, useClass }] : []));
    return {
      module: HostModule,
      imports: options.imports ?? [],
      providers,
      exports: ports.flatMap(([port, useClass]) => (useClass ? [port] : [])),
    };
  }
}
