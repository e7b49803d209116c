export { Access, accessOf, setAccess } from './access/access.js';
export { InsufficientScopeException, type Shortfall } from './guard/insufficient-scope.exception.js';
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
export { RouteReport } from './report/route-report.js';
export { ClosedToApplications } from './routes/closed-to-applications.decorator.js';
export { RequireScope } from './routes/require-scope.decorator.js';
export { type MappedRoute } from './routes/mapped-route.js';
export { RouteMap } from './routes/route-map.service.js';
export { byMethod, type RouteRule, type ScopeByMethod } from './routes/route-rule.js';
export { ScopesModule } from './scopes.module.js';
export { ScopesOptions } from './scopes.options.js';
