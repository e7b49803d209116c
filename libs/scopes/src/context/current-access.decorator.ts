import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { accessIn } from './call.js';

/**
 * The `Access` of this call, in controllers, GraphQL resolvers and gateways; `undefined` when it carries no token:
 * `(@CurrentAccess() access: Access | undefined)`.
 */
export const CurrentAccess = createParamDecorator((_: unknown, context: ExecutionContext) => accessIn(context));
