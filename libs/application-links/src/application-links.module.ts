import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { Administrators } from './administrators/administrators.service.js';
import { PeopleNames } from './administrators/people-names.service.js';
import { LinkAuthorizations } from './authorizations/link-authorizations.service.js';
import { LinkCredentials } from './credentials/link-credentials.service.js';
import { LinkLookup } from './links/link-lookup.service.js';
import { LinksService } from './links/links.service.js';
import { LinkAuthorizationsController } from './rest/link-authorizations.controller.js';
import { LinkCredentialsController } from './rest/link-credentials.controller.js';
import { LinkEventsController } from './rest/link-events.controller.js';
import { LinksController } from './rest/links.controller.js';

const providers: Provider[] = [
  Administrators,
  PeopleNames,
  LinkLookup,
  LinksService,
  LinkCredentials,
  LinkAuthorizations,
];

/** Lets administrators link external applications: pages and JSON. Needs `OAuthProviderModule` and what that needs. */
@Module({})
export class ApplicationLinksModule {
  static forRoot(): DynamicModule {
    return {
      module: ApplicationLinksModule,
      controllers: [LinksController, LinkCredentialsController, LinkAuthorizationsController, LinkEventsController],
      providers,
    };
  }
}
