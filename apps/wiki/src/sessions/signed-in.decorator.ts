import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type WikiRequest } from './wiki-request.js';

/** The person the request acts for (`SignedInUser`), as a parameter; `undefined` on public routes without a session. */
export const SignedIn = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<WikiRequest>().user,
);
