import { type ExecutionContext } from '@nestjs/common';
import { type Access, accessOf } from '../access/access.js';

/** The kinds of call that are told apart. `other` is whatever else Nest hands to guards, messages of microservices for one. */
export type CallKind = 'http' | 'graphql' | 'ws' | 'other';

/** What kind of call is being guarded. Some libraries call `http` what has no request; that is `other`. */
export function kindOf(context: ExecutionContext): CallKind {
  const type = context.getType<string>();
  if (type === 'http') return 'headers' in (objectIn(context.getArgByIndex(0)) ?? {}) ? 'http' : 'other';
  return type === 'graphql' || type === 'ws' ? type : 'other';
}

const handshakes = new WeakMap<object, object>();

/** Notes with which request a client came, for sockets that do not say so themselves. */
export function noteHandshake(client: object, request: object): void {
  handshakes.set(client, request);
}

/** What belongs to this call alone: the request, the context of a GraphQL operation, the client of a socket. */
export function carrierOf(context: ExecutionContext): object | undefined {
  if (kindOf(context) === 'graphql') return objectIn(graphqlContextOf(context));
  return objectIn(context.getArgByIndex(0));
}

/** The HTTP request that a call came with; of a socket, the one that opened it. */
export function requestOf(context: ExecutionContext): object | undefined {
  const carrier = carrierOf(context);
  if (!carrier || kindOf(context) === 'http') return carrier;
  return kindOf(context) === 'ws' ? (handshakes.get(carrier) ?? requestIn(carrier)) : requestIn(carrier);
}

/** The access a call was let in with, or `undefined` when it carries no token. */
export function accessIn(context: ExecutionContext): Access | undefined {
  const kind = kindOf(context);
  if (kind === 'http') return accessOf(context.getArgByIndex<object>(0)); // nearly every call: nothing is searched
  const places = kind === 'other' ? context.getArgs<unknown[]>() : [carrierOf(context), requestOf(context)];
  return places.map((place) => objectIn(place) && accessOf(place as object)).find((access) => access !== undefined);
}

/** Whether a GraphQL field stands at the top of its operation. */
export function isRootField(context: ExecutionContext): boolean {
  const info = context.getArgs<unknown[]>().at(-1) as { path?: { prev?: unknown } } | undefined;
  return info?.path?.prev === undefined;
}

/** Resolvers get parent, arguments, context and info; resolvers of references no arguments. */
const graphqlContextOf = (context: ExecutionContext): unknown =>
  context.getArgByIndex(context.getArgs<unknown[]>().length === 3 ? 1 : 2);

/** Where Apollo, Mercurius, graphql-ws and socket.io keep the request. Apollo has what graphql-ws has in the place of one. */
function requestIn(carrier: object): object | undefined {
  const { req, request, reply, extra } = carrier as Partial<Record<'req' | 'request' | 'reply' | 'extra', unknown>>;
  const { extra: inReq } = (objectIn(req) ?? {}) as { readonly extra?: unknown };
  const below = [reply, extra, inReq].map((each) => (objectIn(each) as { request?: unknown } | undefined)?.request);
  return [req, request, ...below].map(objectIn).find((each) => each !== undefined && 'headers' in each);
}

const objectIn = (value: unknown): object | undefined =>
  typeof value === 'object' && value !== null ? value : undefined;
