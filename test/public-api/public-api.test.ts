import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The names that a library's index exports, types marked as such, in alphabetical order. */
const exportsOf = (library: string): string[] => {
  const source = readFileSync(new URL(`../../libs/${library}/src/index.ts`, import.meta.url), 'utf8');
  const statements = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '').match(/export[^;]*;/g) ?? [];
  const names = statements.flatMap((statement) => {
    const [, isType, list] = /^export (type )?\{([^}]*)\} from '\.[^']*';$/.exec(statement) ?? [];
    if (list === undefined) throw new Error(`libs/${library}/src/index.ts holds more than named exports: ${statement}`);
    const each = list.split(',').map((name) => name.trim());
    return each.filter(Boolean).map((name) => (isType ? `type ${name}` : name));
  });
  return names.sort((a, b) => a.replace('type ', '').localeCompare(b.replace('type ', '')));
};

/** One line a name. A change that is meant: `npx vitest run test/public-api -u`, and a line in CHANGELOG.md. */
const faceOf = (library: string): string => exportsOf(library).join('\n');

describe('the public face of', () => {
  it('nestjs-drawbridge/host', () => {
    expect(faceOf('host')).toMatchInlineSnapshot(`
      "ApplicationLimits
      type AsyncOptions
      BaseUrl
      BrowserLocales
      Clock
      CurrentUser
      FormTickets
      guardsItself
      GuardsItself
      HostModule
      type HostOptions
      type Key
      Keys
      type Level
      type LimitedCall
      Locales
      type PageContent
      PageLayout
      type PagePlace
      type Person
      type ReaderLocale
      type SignedInPerson
      type TicketRefusal
      type TicketSubject
      Users"
    `);
  });

  it('nestjs-drawbridge/scopes', () => {
    expect(faceOf('scopes')).toMatchInlineSnapshot(`
      "Access
      accessIn
      accessOf
      type AskedCall
      byMethod
      byOperation
      type CallKind
      Calls
      carrierOf
      ClosedToApplications
      createPreview
      CurrentAccess
      formatScopes
      type GatewayRule
      type GraphqlRule
      highestOf
      inOrder
      InsufficientScopeException
      isRootField
      isScope
      kindOf
      Limits
      lowerOf
      type MappedRoute
      noteHandshake
      type Opening
      openingOf
      OperationMap
      parseScopes
      type PreviewOptions
      refusalIn
      type RefusalListener
      Refusals
      RequireScope
      RouteMap
      RouteReport
      type RouteRule
      type Scope
      SCOPE_WORDS
      type ScopeByMethod
      type ScopeByOperation
      SCOPES
      ScopesGuard
      ScopesModule
      ScopesOptions
      type ScopeWords
      setAccess
      type Shortfall
      shortfallOf
      suffices
      upTo"
    `);
  });

  it('nestjs-drawbridge/oauth-provider', () => {
    expect(faceOf('oauth-provider')).toMatchInlineSnapshot(`
      "type Actor
      addressOf
      type AddressRange
      addressRangeOf
      applicationAccess
      type ApplicationAccess
      type ApplicationAccessOptions
      AuthorizationRequests
      BearerGuard
      BearerRefusal
      type CallsOfRoute
      Catalogue
      type Change
      Changes
      Cleaning
      Client
      type ClientLifetimes
      Clients
      ClientSecret
      ClientSecrets
      type ClientSettings
      type ClientType
      ConsentService
      describeAccess
      type DescribeAccessOptions
      Endings
      EVENT_TYPES
      type EventDetails
      type EventFilter
      type EventListener
      EventListeners
      type EventPlace
      EventRecord
      Events
      type EventSlice
      type EventType
      FailureCounter
      type FailureCounterSettings
      fieldOf
      type FormRefusal
      Forms
      Grant
      Grants
      type HttpRequest
      type HttpResponse
      inEnglish
      isStored
      Languages
      type LifetimeBounds
      type LifetimeName
      lifetimeNames
      Lifetimes
      LiveSignIns
      networkOf
      oauthProviderEntities
      oauthProviderMigrations
      OAuthProviderModule
      OAuthProviderOptions
      type Obstacle
      OnProviderEvent
      OpenAccesses
      type OpenApiDocument
      type OwnWords
      type Page
      PageErrorFilter
      Pages
      pathsOutsidePrefix
      Pauses
      type Phrase
      phrased
      phrasesOf
      type Prospect
      type ProspectQuestion
      Prospects
      type ProviderEvent
      ProviderEvents
      type ProviderTranslation
      providerWords
      Reader
      redirectUriProblem
      type RefusalReason
      refusalReasons
      type RefusalsOfReason
      type Say
      type SecretUse
      SecretUses
      type SecurityRequirement
      serializeSqlite
      type StoredEventType
      TokenRequests
      type Translation
      type TrialReturn
      Trials
      type TrialStep
      Usage
      UsageRecorder
      useProviderWords
      useReader
      useWordsOf
      type Words"
    `);
  });

  it('nestjs-drawbridge/application-links', () => {
    expect(faceOf('application-links')).toMatchInlineSnapshot(`
      "type Administrator
      Administrators
      ApplicationLink
      applicationLinksEntities
      applicationLinksMigrations
      ApplicationLinksModule
      ApplicationLinksOptions
      AuditTrail
      type CheckedLink
      type Credentials
      eventJson
      type FieldProblem
      type GivenFields
      type HostLinkCredentials
      HostLinks
      instant
      InvalidLinkException
      LinkActivity
      LinkAuthorizations
      LinkCredentials
      linkDiff
      type LinkDiff
      linkFields
      LinkForm
      linkJson
      LinkLookup
      LinkReliance
      LinkRules
      LinksService
      type LinkTranslation
      longestOverlap
      type NamedEvents
      nameKeyOf
      NameTakenException
      type NewHostLink
      type NewLink
      PeopleNames
      problemsJson
      type Reliance
      secretJson
      settingsOf"
    `);
  });

  it('nestjs-drawbridge/cli', () => {
    expect(faceOf('cli')).toMatchInlineSnapshot(`
      "DrawbridgeCommandOptions
      runDrawbridge"
    `);
  });

  it('nestjs-drawbridge/testing', () => {
    expect(faceOf('testing')).toMatchInlineSnapshot(`
      "type ActingApplication
      actingAs
      type ActingAs
      expectEveryRouteToBeMapped
      type RecordedRoute
      type RouteExpectations"
    `);
  });

  it.each<[string, () => Promise<object>]>([
    ['host', () => import('nestjs-drawbridge/host')],
    ['scopes', () => import('nestjs-drawbridge/scopes')],
    ['oauth-provider', () => import('nestjs-drawbridge/oauth-provider')],
    ['application-links', () => import('nestjs-drawbridge/application-links')],
    ['cli', () => import('nestjs-drawbridge/cli')],
    ['testing', () => import('nestjs-drawbridge/testing')],
  ])('%s stands behind its subpath', async (library, load) => {
    const values = exportsOf(library).filter((name) => !name.startsWith('type '));
    expect(Object.keys(await load()).sort()).toEqual(values.sort());
  });
});
