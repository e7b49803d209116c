export { Access, accessOf, setAccess } from './access/access.js';
export { accessIn, type CallKind, carrierOf, isRootField, kindOf, noteHandshake } from './context/call.js';
export { Calls } from './context/calls.service.js';
export { CurrentAccess } from './context/current-access.decorator.js';
export { refusalIn } from './context/refusal-in.js';
export { InsufficientScopeException, type Shortfall, shortfallOf } from './guard/insufficient-scope.exception.js';
export { type AskedCall, Limits } from './guard/limits.service.js';
export { type RefusalListener, Refusals } from './guard/refusals.js';
export { ScopesGuard } from './guard/scopes.guard.js';
export {
  formatScopes,
  highestOf,
  inOrder,
  isScope,
  lowerOf,
  parseScopes,
  type Scope,
  SCOPES,
  suffices,
  upTo,
} from './ladder/scope.js';
export { SCOPE_WORDS, type ScopeWords } from './ladder/scope-words.js';
export { createPreview, type PreviewOptions } from './report/create-preview.js';
export { type Opening, openingOf } from './report/opening.js';
export { RouteReport } from './report/route-report.js';
export { OperationMap } from './operations/operation-map.service.js';
export { byOperation, type GatewayRule, type GraphqlRule, type ScopeByOperation } from './operations/operation-rule.js';
export { ClosedToApplications } from './routes/closed-to-applications.decorator.js';
export { RequireScope } from './routes/require-scope.decorator.js';
export { type MappedRoute } from './routes/mapped-route.js';
export { RouteMap } from './routes/route-map.service.js';
export { byMethod, type RouteRule, type ScopeByMethod } from './routes/route-rule.js';
export { ScopesModule } from './scopes.module.js';
export { ScopesOptions } from './scopes.options.js';
