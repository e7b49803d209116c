import { type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type BoardsPerson } from './person.js';

/** A request as far as the boards look at it. */
export interface BoardsRequest {
  readonly headers: Readonly<Record<string, string | undefined>>;
  user?: BoardsPerson;
}

const handshakes = new WeakMap<object, BoardsRequest>();

/** Remembers with which request a client of the gateway came. */
export const rememberHandshake = (client: object, request: BoardsRequest): unknown => handshakes.set(client, request);

/** The request of whatever is being done. */
export function requestOf(context: ExecutionContext): BoardsRequest | undefined {
  if (context.getType<string>() === 'ws') return handshakes.get(context.switchToWs().getClient<object>());
  if (context.getType<string>() === 'http') return context.switchToHttp().getRequest<BoardsRequest>();
  const graphql = GqlExecutionContext.create(context).getContext<{ req?: BoardsRequest; request?: BoardsRequest }>();
  return graphql.req ?? graphql.request;
}
