import { type DynamicModule, Global, Inject, Module, type Provider, type Type } from '@nestjs/common';
import { type AsyncOptions } from 'nestjs-drawbridge/host';
import { Languages } from 'nestjs-drawbridge/oauth-provider';
import { Administrators } from './administrators/administrators.service.js';
import { PeopleNames } from './administrators/people-names.service.js';
import { ApplicationLinksOptions } from './application-links.options.js';
import { AuditExport } from './audit/audit-export.service.js';
import { AuditTrail } from './audit/audit-trail.service.js';
import { ConcernedLinksService } from './audit/concerned-links.service.js';
import { LinkAuthorizations } from './authorizations/link-authorizations.service.js';
import { LinkReliance } from './authorizations/link-reliance.service.js';
import { LinkCredentials } from './credentials/link-credentials.service.js';
import { LinkActivity } from './events/link-activity.service.js';
import { LinkRules } from './form/link-rules.service.js';
import { HostLinks } from './links/host-links.service.js';
import { LinkLookup } from './links/link-lookup.service.js';
import { LinkStatuses } from './links/link-statuses.service.js';
import { LinksService } from './links/links.service.js';
import { AuditModels } from './pages/audit-models.service.js';
import { AuditPagesController } from './pages/audit.pages.controller.js';
import { Confirmations } from './pages/confirmations.service.js';
import { EditLinkPagesController } from './pages/edit-link.pages.controller.js';
import { EndSecretPagesController } from './pages/end-secret.pages.controller.js';
import { LinkFormTickets } from './pages/form-tickets.service.js';
import { LinkAddresses } from './pages/link-addresses.service.js';
import { LinkListModels } from './pages/link-list-models.service.js';
import { LinkChecks } from './pages/link-checks.service.js';
import { LinkListPagesController } from './pages/link-list.pages.controller.js';
import { LinkModels } from './pages/link-models.service.js';
import { LinkStatePagesController } from './pages/link-state.pages.controller.js';
import { LinkPagesController } from './pages/link.pages.controller.js';
import { NewLinkPagesController } from './pages/new-link.pages.controller.js';
import { ReachModels } from './pages/reach-models.service.js';
import { ReachPagesController } from './pages/reach.pages.controller.js';
import { Rotations } from './pages/rotations.service.js';
import { SecretsPagesController } from './pages/secrets.pages.controller.js';
import { WithdrawPagesController } from './pages/withdraw.pages.controller.js';
import { ReachQuestions } from './reach/reach-questions.service.js';
import { EventExportController } from './rest/event-export.controller.js';
import { LinkAuthorizationsController } from './rest/link-authorizations.controller.js';
import { LinkCredentialsController } from './rest/link-credentials.controller.js';
import { LinkEventsController } from './rest/link-events.controller.js';
import { LinksController } from './rest/links.controller.js';
import { PauseController } from './rest/pause.controller.js';
import { ReachController } from './rest/reach.controller.js';
import { TrialPagesController } from './trial/trial.pages.controller.js';
import { linkWords } from './words/link-words.js';

const services: Provider[] = [
  Administrators,
  PeopleNames,
  LinkStatuses,
  LinkLookup,
  LinkRules,
  LinksService,
  LinkCredentials,
  LinkAuthorizations,
  LinkActivity,
  ConcernedLinksService,
  AuditTrail,
  AuditExport,
  LinkReliance,
  HostLinks,
  ReachQuestions,
];

const forPages: Provider[] = [
  LinkAddresses,
  LinkFormTickets,
  LinkListModels,
  LinkModels,
  LinkChecks,
  AuditModels,
  ReachModels,
  Confirmations,
  Rotations,
];

const rest: Type[] = [
  LinksController,
  LinkCredentialsController,
  LinkAuthorizationsController,
  LinkEventsController,
  EventExportController,
  PauseController,
  ReachController,
];

/** `audit`, `reach` and `new` stand before `:id`. */
const pages: Type[] = [
  LinkListPagesController,
  AuditPagesController,
  ReachPagesController,
  NewLinkPagesController,
  EditLinkPagesController,
  LinkStatePagesController,
  SecretsPagesController,
  EndSecretPagesController,
  WithdrawPagesController,
  TrialPagesController,
  LinkPagesController,
];

/** Lets administrators link external applications: pages and JSON. Needs `OAuthProviderModule` and what that needs. */
@Global()
@Module({})
export class ApplicationLinksModule {
  /** @throws Error naming what the host says on these pages that cannot be said */
  constructor(
    @Inject(Languages) languages: Languages,
    @Inject(ApplicationLinksOptions) { words }: ApplicationLinksOptions,
  ) {
    languages.add(linkWords, words);
  }

  /** With settings that are known when the module is written. */
  static forRoot(options: Partial<ApplicationLinksOptions> = {}): DynamicModule {
    return this.forRootAsync({ useFactory: () => options });
  }

  /** With settings that come from elsewhere, for instance a configuration service. */
  static forRootAsync(source: AsyncOptions<Partial<ApplicationLinksOptions>>): DynamicModule {
    const { imports = [], inject = [], useFactory } = source;
    const settings = {
      provide: ApplicationLinksOptions,
      inject,
      useFactory: async (...args: never[]) => new ApplicationLinksOptions(await useFactory(...args)),
    };
    return {
      module: ApplicationLinksModule,
      imports,
      controllers: [...rest, ...pages],
      providers: [settings, ...services, ...forPages],
      exports: [HostLinks],
    };
  }
}
