export { AuthorizationRequests } from './authorize/authorization-requests.service.js';
export { BearerRefusal } from './bearer/bearer-refusal.js';
export { BearerGuard } from './bearer/bearer.guard.js';
export { type Obstacle } from './bearer/obstacle.js';
export { Pauses } from './bearer/pauses.service.js';
export { type Prospect, type ProspectQuestion, Prospects } from './bearer/prospects.service.js';
export { Forms, type FormRefusal } from './browser/forms.service.js';
export { addressOf, fieldOf, type HttpRequest, type HttpResponse } from './browser/http-exchange.js';
export { type Page, Pages } from './browser/pages.service.js';
export { Cleaning } from './cleaning/cleaning.service.js';
export { ClientSecret } from './clients/client-secret.entity.js';
export { ClientSecrets } from './clients/client-secrets.service.js';
export { Client, type ClientType } from './clients/client.entity.js';
export { Clients, type ClientSettings } from './clients/clients.service.js';
export {
  type ClientLifetimes,
  type LifetimeBounds,
  type LifetimeName,
  lifetimeNames,
  Lifetimes,
} from './clients/lifetimes.service.js';
export { redirectUriProblem } from './clients/redirect-uri.js';
export { ConsentService } from './consent/consent.service.js';
export { Endings } from './endings/endings.service.js';
export { PageErrorFilter } from './errors/page-error.filter.js';
export { type AddressRange, addressRangeOf } from './events/address-range.js';
export { type Change, Changes } from './events/changes.service.js';
export { type EventDetails, type EventType, type StoredEventType } from './events/event-catalogue.js';
export { EventListeners } from './events/event-listeners.service.js';
export { type EventFilter, type EventPlace, type EventSlice } from './events/event-filter.js';
export { EventRecord } from './events/event.entity.js';
export { Events } from './events/events.service.js';
export { EVENT_TYPES, isStored } from './events/event-types.js';
export { OnProviderEvent } from './events/on-provider-event.decorator.js';
export { type Actor, type ProviderEvent } from './events/provider-event.js';
export { type EventListener, ProviderEvents } from './events/provider-events.service.js';
export { Grant } from './grants/grant.entity.js';
export { Grants } from './grants/grants.service.js';
export {
  type ApplicationAccess,
  applicationAccess,
  type ApplicationAccessOptions,
} from './middleware/application-access.js';
export { describeAccess, type DescribeAccessOptions } from './openapi/describe-access.js';
export { type OpenApiDocument, type SecurityRequirement } from './openapi/openapi-document.js';
export { OpenAccesses } from './open/open-accesses.service.js';
export { OAuthProviderModule } from './oauth-provider.module.js';
export { OAuthProviderOptions } from './oauth-provider.options.js';
export { pathsOutsidePrefix } from './paths.js';
export { oauthProviderEntities } from './storage/entities.js';
export { oauthProviderMigrations } from './storage/migrations.js';
export { serializeSqlite } from './storage/serialize-sqlite.js';
export { FailureCounter, type FailureCounterSettings } from './throttle/failure-counter.js';
export { networkOf } from './throttle/network.js';
export { TokenRequests } from './token/token-requests.service.js';
export { LiveSignIns } from './families/live-sign-ins.service.js';
export { type TrialStep } from './trials/trial-step.js';
export { type TrialReturn, Trials } from './trials/trials.service.js';
export { refusalReasons, type RefusalReason } from './usage/refusal-reason.js';
export { type SecretUse } from './usage/secret-use.entity.js';
export { SecretUses } from './usage/secret-uses.service.js';
export { type CallsOfRoute, type RefusalsOfReason, Usage } from './usage/usage.service.js';
export { UsageRecorder } from './usage/usage-recorder.service.js';
export { Catalogue, type OwnWords, type Translation } from './words/catalogue.js';
export { Languages } from './words/languages.service.js';
export { inEnglish, type Phrase, phrasesOf, type Say } from './words/phrase.js';
export { phrased } from './words/phrased.js';
export { providerWords, type ProviderTranslation, useProviderWords } from './words/provider-words.js';
export { useReader, useWordsOf, type Words } from './words/reader-context.js';
export { Reader } from './words/reader.js';
