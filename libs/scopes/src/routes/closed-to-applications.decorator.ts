import { SetMetadata } from '@nestjs/common';
import { REQUIRED_SCOPE, type StatedScope } from './require-scope.decorator.js';

/** Closes a handler, or every handler of a controller, to applications whatever they hold. Wins over every rule. */
export const ClosedToApplications = () => SetMetadata(REQUIRED_SCOPE, 'CLOSED' satisfies StatedScope);
