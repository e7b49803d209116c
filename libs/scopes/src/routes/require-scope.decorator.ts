import { SetMetadata } from '@nestjs/common';
import { type Scope } from '../ladder/scope.js';

/** Metadata key of {@link RequireScope} and {@link ClosedToApplications}. */
export const REQUIRED_SCOPE = Symbol('drawbridge:required-scope');

/** What a handler states about itself: a scope that opens it, or that no scope does. */
export type StatedScope = Scope | 'CLOSED';

/** Opens a handler, or every handler of a controller, to applications that hold this scope. Wins over every rule. */
export const RequireScope = (scope: Scope) => SetMetadata(REQUIRED_SCOPE, scope satisfies StatedScope);
