import { type Type } from '@nestjs/common';
import { type MetadataScanner } from '@nestjs/core';
import { type Handler, methodsOf } from '../routes/controllers.js';
import { type DeclaredOperation, type FieldKind, gatewayAddress } from './operation-rule.js';

/** What @nestjs/graphql and @nestjs/websockets note on classes and methods. Known by name, so that neither is loaded. */
const noted = {
  resolverType: 'graphql:resolver_type',
  resolverName: 'graphql:resolver_name',
  isFieldResolver: 'graphql:resolve_property',
  isReferenceResolver: 'graphql:resolve_reference',
  isGateway: 'websockets:is_gateway',
  gatewayOptions: 'websockets:gateway_options',
  gatewayPort: 'port',
  isMessage: 'websockets:message_mapping',
  message: 'message',
} as const;

/** A declared operation with the method that answers it. */
export interface OperationHandler {
  readonly type: Type;
  /** Absent for connecting to a gateway that has no `handleConnection`. */
  readonly handler: Handler | undefined;
  /** `Class.method`. */
  readonly name: string;
  readonly operation: DeclaredOperation;
  /** Whether Nest runs guards before it only where `fieldResolverEnhancers` says so. */
  readonly isBelowRoot: boolean;
  readonly isReference: boolean;
}

const read = (key: string, target: object): unknown => Reflect.getMetadata(key, target);

const roots: Readonly<Record<string, FieldKind>> = {
  Query: 'QUERY',
  Mutation: 'MUTATION',
  Subscription: 'SUBSCRIPTION',
};

/** Every GraphQL field that a class resolves. */
export function resolversOf(type: Type, scanner: MetadataScanner): readonly OperationHandler[] {
  return methodsOf({ type, modulePath: '' }, scanner).flatMap(([method, handler]) => {
    const own = read(noted.resolverType, handler);
    const isField = read(noted.isFieldResolver, handler) === true;
    const isReference = read(noted.isReferenceResolver, handler) === true;
    if (own === undefined && !isField && !isReference) return [];
    const parent = textOf(own ?? read(noted.resolverType, type) ?? type.name);
    const field = isReference ? '__resolveReference' : textOf(read(noted.resolverName, handler) ?? method);
    const kind = roots[parent] ?? 'FIELD';
    const operation = { of: 'graphql', kind, field: `${parent}.${field}` } as const;
    return [{ type, handler, name: `${type.name}.${method}`, operation, isBelowRoot: kind === 'FIELD', isReference }];
  });
}

/** Connecting to a gateway, and every message it takes; nothing of a class that is no gateway. */
export function gatewayOperationsOf(type: Type, scanner: MetadataScanner): readonly OperationHandler[] {
  if (!isGateway(type)) return [];
  const { path, namespace } = optionsOf(type);
  const gateway = gatewayAddress(path ?? (typeof namespace === 'string' ? namespace : ''));
  const same = { type, isBelowRoot: false, isReference: false };
  const methods = methodsOf({ type, modulePath: '' }, scanner);
  const messages = methods.filter(([, handler]) => read(noted.isMessage, handler) !== undefined);
  const connect = methods.find(([method]) => method === 'handleConnection')?.[1];
  return [
    {
      ...same,
      handler: connect,
      name: `${type.name}.handleConnection`,
      operation: { of: 'gateway', gateway, message: null },
    },
    ...messages.map(([method, handler]): OperationHandler => {
      const message = textOf(read(noted.message, handler));
      return { ...same, handler, name: `${type.name}.${method}`, operation: { of: 'gateway', gateway, message } };
    }),
  ];
}

/** Whether a class is a WebSocket gateway. */
export function isGateway(type: Type): boolean {
  return read(noted.isGateway, type) !== undefined;
}

/** The same for gateways that answer the same connections. */
export function serverOf(type: Type): string {
  const { path = '', namespace = '' } = optionsOf(type);
  const port = (read(noted.gatewayPort, type) ?? 0) as number;
  return `${port.toString()} ${gatewayAddress(path)} ${gatewayAddress(String(namespace))}`;
}

const optionsOf = (type: Type) =>
  (read(noted.gatewayOptions, type) ?? {}) as { readonly path?: string; readonly namespace?: unknown };

const textOf = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
