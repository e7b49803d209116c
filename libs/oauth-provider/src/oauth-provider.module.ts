import { type DynamicModule, Global, Inject, Module, type NestModule, type Provider } from '@nestjs/common';
import { DiscoveryModule, MetadataScanner } from '@nestjs/core';
import { type AsyncOptions } from 'nestjs-drawbridge/host';
import { AuthorizationRequests } from './authorize/authorization-requests.service.js';
import { AuthorizeErrorFilter } from './authorize/authorize-error.filter.js';
import { AuthorizeController } from './authorize/authorize.controller.js';
import { AuthorizationsController } from './authorizations/authorizations.controller.js';
import { AuthorizedApplicationModels } from './authorizations/authorized-application-models.service.js';
import { AuthorizedApplicationsController } from './authorizations/authorized-applications.controller.js';
import { BearerAdmission } from './bearer/bearer-admission.service.js';
import { BearerAuthentication } from './bearer/bearer-authentication.service.js';
import { BearerTokens } from './bearer/bearer-tokens.service.js';
import { BearerGuard } from './bearer/bearer.guard.js';
import { GuardOrderCheck } from './bearer/guard-order.check.js';
import { Pauses } from './bearer/pauses.service.js';
import { Prospects } from './bearer/prospects.service.js';
import { AssetsController } from './browser/assets.controller.js';
import { BaseUrlCheck } from './browser/base-url.check.js';
import { BrowserMarks } from './browser/browser-marks.service.js';
import { Forms } from './browser/forms.service.js';
import { JsonAnswers } from './browser/json-answers.service.js';
import { Pages } from './browser/pages.service.js';
import { StoredFormTickets } from './browser/stored-form-tickets.service.js';
import { CleaningBatches } from './cleaning/cleaning-batches.service.js';
import { CleaningSchedule } from './cleaning/cleaning-schedule.service.js';
import { CleaningTurns } from './cleaning/cleaning-turns.service.js';
import { Cleaning } from './cleaning/cleaning.service.js';
import { ClientSecrets } from './clients/client-secrets.service.js';
import { Clients } from './clients/clients.service.js';
import { KnownClients } from './clients/known-clients.service.js';
import { Lifetimes } from './clients/lifetimes.service.js';
import { ConsentMemory } from './consent/consent-memory.service.js';
import { ConsentPages } from './consent/consent-pages.service.js';
import { ConsentController } from './consent/consent.controller.js';
import { ConsentService } from './consent/consent.service.js';
import { RememberedConsents } from './consent/remembered-consents.service.js';
import { EndingWatch } from './endings/ending-watch.service.js';
import { Endings } from './endings/endings.service.js';
import { EarlyErrors } from './errors/early-errors.service.js';
import { ErrorPages } from './errors/error-pages.service.js';
import { PageErrorFilter } from './errors/page-error.filter.js';
import { TokenErrorFilter } from './errors/token-error.filter.js';
import { Changes } from './events/changes.service.js';
import { EventListeners } from './events/event-listeners.service.js';
import { Events } from './events/events.service.js';
import { ProviderEvents } from './events/provider-events.service.js';
import { Families } from './families/families.service.js';
import { LiveSignIns } from './families/live-sign-ins.service.js';
import { FamilyRows } from './families/family-rows.service.js';
import { FamilyStates } from './families/family-states.service.js';
import { FamilySteps } from './families/family-steps.service.js';
import { RememberedFamilies } from './families/remembered-families.service.js';
import { GatewayConnections } from './gateways/gateway-connections.service.js';
import { Grants } from './grants/grants.service.js';
import { IntrospectController } from './introspect/introspect.controller.js';
import { Introspections } from './introspect/introspections.service.js';
import { MetadataController } from './metadata/metadata.controller.js';
import { ResourceMetadata } from './metadata/resource-metadata.service.js';
import { ServerMetadata } from './metadata/server-metadata.service.js';
import { OAuthProviderOptions } from './oauth-provider.options.js';
import { OpenAccesses } from './open/open-accesses.service.js';
import { OpenCalls } from './open/open-calls.service.js';
import { Stopping } from './open/stopping.service.js';
import { People } from './people/people.service.js';
import { TrialStates } from './trials/trial-states.service.js';
import { TrialEndpoints } from './trials/trial-endpoints.service.js';
import { Trials } from './trials/trials.service.js';
import { Revocations } from './revoke/revocations.service.js';
import { RevokeController } from './revoke/revoke.controller.js';
import { Statements } from './storage/statements.service.js';
import { Throttle } from './throttle/throttle.service.js';
import { ClientAuthenticator } from './token/client-authenticator.service.js';
import { CodeExchange } from './token/code.exchange.js';
import { RefreshExchange } from './token/refresh.exchange.js';
import { TokenRequests } from './token/token-requests.service.js';
import { TokenController } from './token/token.controller.js';
import { DerivedKeys } from './tokens/derived-keys.service.js';
import { Tokens } from './tokens/tokens.service.js';
import { Usage } from './usage/usage.service.js';
import { LastUses } from './usage/last-uses.service.js';
import { SecretUses } from './usage/secret-uses.service.js';
import { UsageRows } from './usage/usage-rows.service.js';
import { UsageRecorder } from './usage/usage-recorder.service.js';
import { Languages } from './words/languages.service.js';

const controllers = [
  AssetsController,
  AuthorizeController,
  ConsentController,
  TokenController,
  RevokeController,
  IntrospectController,
  MetadataController,
  AuthorizationsController,
  AuthorizedApplicationsController,
];

const offered: Provider[] = [
  BearerGuard,
  Changes,
  Cleaning,
  Clients,
  ClientSecrets,
  Endings,
  ErrorPages,
  Events,
  Forms,
  Grants,
  Languages,
  Lifetimes,
  LiveSignIns,
  OpenAccesses,
  Pages,
  PageErrorFilter,
  Pauses,
  Prospects,
  ProviderEvents,
  SecretUses,
  Trials,
  Usage,
  UsageRecorder,
];

const inner: Provider[] = [
  BaseUrlCheck,
  AuthorizationRequests,
  AuthorizeErrorFilter,
  BearerAdmission,
  BearerAuthentication,
  BearerTokens,
  BrowserMarks,
  CleaningBatches,
  CleaningSchedule,
  CleaningTurns,
  ClientAuthenticator,
  CodeExchange,
  AuthorizedApplicationModels,
  ConsentMemory,
  ConsentPages,
  ConsentService,
  DerivedKeys,
  EarlyErrors,
  EndingWatch,
  EventListeners,
  Families,
  FamilyRows,
  FamilyStates,
  FamilySteps,
  GatewayConnections,
  GuardOrderCheck,
  Introspections,
  JsonAnswers,
  KnownClients,
  LastUses,
  MetadataScanner,
  OpenCalls,
  People,
  RefreshExchange,
  RememberedConsents,
  RememberedFamilies,
  ResourceMetadata,
  Revocations,
  TrialEndpoints,
  TrialStates,
  ServerMetadata,
  Statements,
  Stopping,
  StoredFormTickets,
  Throttle,
  TokenErrorFilter,
  TokenRequests,
  Tokens,
  UsageRows,
];

/** Makes the host an OAuth 2.0 provider. Needs `HostModule`, `ScopesModule` and a TypeORM data source. */
@Global()
@Module({})
export class OAuthProviderModule implements NestModule {
  constructor(@Inject(EarlyErrors) private readonly earlyErrors: EarlyErrors) {}

  /** Nest's moment between the host's reader of bodies and the first route. */
  configure(): void {
    this.earlyErrors.install();
  }

  /** With settings that are known when the module is written. */
  static forRoot(options: Partial<OAuthProviderOptions> = {}): DynamicModule {
    return this.forRootAsync({ useFactory: () => options });
  }

  /** With settings that come from elsewhere, for instance a configuration service. */
  static forRootAsync(source: AsyncOptions<Partial<OAuthProviderOptions>>): DynamicModule {
    const { imports = [], inject = [], useFactory } = source;
    const settings = {
      provide: OAuthProviderOptions,
      inject,
      useFactory: async (...args: never[]) => new OAuthProviderOptions(await useFactory(...args)),
    };
    return {
      module: OAuthProviderModule,
      imports: [DiscoveryModule, ...imports],
      controllers,
      providers: [settings, ...offered, ...inner],
      exports: [OAuthProviderOptions, ...offered],
    };
  }
}
