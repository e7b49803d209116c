import { type DynamicModule, Global, Module, type Provider } from '@nestjs/common';
import { AssetsController } from './browser/assets.controller.js';
import { Forms } from './browser/forms.service.js';
import { Pages } from './browser/pages.service.js';
import { StoredFormTickets } from './browser/stored-form-tickets.service.js';
import { ClientSecrets } from './clients/client-secrets.service.js';
import { Clients } from './clients/clients.service.js';
import { PageErrorFilter } from './errors/page-error.filter.js';
import { Changes } from './events/changes.service.js';
import { Events } from './events/events.service.js';
import { Grants } from './grants/grants.service.js';
import { OAuthProviderOptions } from './oauth-provider.options.js';
import { DerivedKeys } from './tokens/derived-keys.service.js';
import { Tokens } from './tokens/tokens.service.js';
import { Usage } from './usage/usage.service.js';
import { UsageRecorder } from './usage/usage-recorder.service.js';

const offered: Provider[] = [
  Changes,
  Clients,
  ClientSecrets,
  Events,
  Forms,
  Grants,
  Pages,
  PageErrorFilter,
  Usage,
  UsageRecorder,
];

const inner: Provider[] = [DerivedKeys, StoredFormTickets, Tokens];

/** Makes the host an OAuth 2.0 provider. Needs `HostModule`, `ScopesModule` and a TypeORM data source. */
@Global()
@Module({})
export class OAuthProviderModule {
  static forRoot(options: Partial<OAuthProviderOptions> = {}): DynamicModule {
    const settings = { provide: OAuthProviderOptions, useValue: new OAuthProviderOptions(options) };
    return {
      module: OAuthProviderModule,
      controllers: [AssetsController],
      providers: [settings, ...offered, ...inner],
      exports: [OAuthProviderOptions, ...offered],
    };
  }
}
