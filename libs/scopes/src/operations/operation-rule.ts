import { type Scope } from '../ladder/scope.js';

/** What kind of thing a GraphQL resolver answers. */
export type FieldKind = 'QUERY' | 'MUTATION' | 'SUBSCRIPTION' | 'FIELD';

/** Decides the scope from what kind of field a resolver answers. */
export type ScopeByOperation = (kind: FieldKind) => Scope;

/** Mutations need WRITE; queries, subscriptions and the fields of what they answer need READ. */
export const byOperation: ScopeByOperation = (kind) => (kind === 'MUTATION' ? 'WRITE' : 'READ');

/** Opens GraphQL resolvers to applications. The first rule that matches a field decides. */
export interface GraphqlRule {
  /** A field with the type it belongs to: `Query.pages`; `Mutation.*` for all of a type, `*` for all there are. */
  readonly field: string | readonly string[];
  /** The scope that opens it, {@link byOperation}, or `'CLOSED'` for none. */
  readonly scope: Scope | ScopeByOperation | 'CLOSED';
}

/** Opens WebSocket gateways to applications. The first rule that matches a message, or the connection itself, decides. */
export interface GatewayRule {
  /** The path or the namespace that the gateway declares, `/` where it declares none; `*` for every gateway. */
  readonly gateway: string | readonly string[];
  /** Limits the rule to messages of this name; `notes.*` stands for all that begin so. Default: connecting and all messages. */
  readonly message?: string | readonly string[];
  /** The scope that opens it, or `'CLOSED'` for none. */
  readonly scope: Scope | 'CLOSED';
}

/** A resolver's field or a gateway's message, as it is declared. */
export type DeclaredOperation =
  | { readonly of: 'graphql'; readonly kind: FieldKind; readonly field: string }
  /** `message` is `null` for connecting. */
  | { readonly of: 'gateway'; readonly gateway: string; readonly message: string | null };

/** A rule for one field, or for one kind of message of one gateway. */
export interface OperationRule {
  /** As it was written, for the report and for errors. */
  readonly label: string;
  covers(operation: DeclaredOperation): boolean;
  judge(operation: DeclaredOperation): Scope | 'CLOSED';
}

const matches = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;

/** A path or namespace in one spelling: `live` and `/live/` are `/live`. */
export const gatewayAddress = (text = ''): string => `/${text.split('/').filter(Boolean).join('/')}`;

/** The rules for GraphQL with one field each. */
export function graphqlRules(rules: readonly GraphqlRule[]): readonly OperationRule[] {
  return rules.flatMap(({ field, scope }) =>
    [field].flat().map((pattern) => ({
      label: pattern,
      covers: (operation) => operation.of === 'graphql' && matches(pattern, operation.field),
      judge: (operation) =>
        typeof scope !== 'function' ? scope : scope(operation.of === 'graphql' ? operation.kind : 'FIELD'),
    })),
  );
}

/** The rules for gateways with one gateway and one kind of message each. */
export function gatewayRules(rules: readonly GatewayRule[]): readonly OperationRule[] {
  return rules.flatMap(({ gateway, message, scope }) =>
    [gateway].flat().flatMap((address) =>
      (message === undefined ? [undefined] : [message].flat()).map((pattern) => ({
        label: pattern === undefined ? address : `${address} ${pattern}`,
        covers: (operation: DeclaredOperation) =>
          operation.of === 'gateway' &&
          (address === '*' || gatewayAddress(address) === operation.gateway) &&
          (pattern === undefined || (operation.message !== null && matches(pattern, operation.message))),
        judge: () => scope,
      })),
    ),
  );
}
