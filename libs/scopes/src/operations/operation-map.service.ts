import { Inject, Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { loadWsException } from '../context/refusal-in.js';
import { type Scope, suffices } from '../ladder/scope.js';
import { type MappedRoute } from '../routes/mapped-route.js';
import { REQUIRED_SCOPE, type StatedScope } from '../routes/require-scope.decorator.js';
import { ScopesOptions } from '../scopes.options.js';
import { type DecidedOperation } from './decided-operation.js';
import { fieldsAreGuarded, refuseUnguarded } from './field-guards.js';
import { gatewayOperationsOf, isGateway, type OperationHandler, resolversOf, serverOf } from './declared-operations.js';
import { gatewayRules, graphqlRules, type OperationRule } from './operation-rule.js';
import { providedClasses } from './provided-classes.js';

/** What GraphQL resolvers and gateways need, decided once at start from what they declare, as `RouteMap` does for routes. */
@Injectable()
export class OperationMap implements OnModuleInit {
  private readonly byType = new Map<Type, Map<unknown, Scope | null>>();
  private decided: readonly DecidedOperation[] | null = null;
  private readonly rules: readonly OperationRule[];

  constructor(
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(ScopesOptions) options: ScopesOptions,
  ) {
    this.rules = [...graphqlRules(options.graphql), ...gatewayRules(options.gateways)];
  }

  /** @throws Error when a rule covers nothing, when a gateway takes messages of nobody who can connect, or when Nest runs no guard before a field that states a scope. */
  async onModuleInit(): Promise<void> {
    this.decided ??= this.decide();
    if (this.gateways().length > 0) await loadWsException();
  }

  /** Every gateway of the application. Can be asked for before anything is constructed. */
  gateways(): readonly Type[] {
    return [...providedClasses(this.modules)].filter(isGateway);
  }

  /** The scope that opens a resolver or a message, or `null` when nothing does. */
  scopeOf(type: Type, handler: unknown): Scope | null {
    return this.byType.get(type)?.get(handler) ?? null;
  }

  /** What a resolver or a message is called: method and path of its line in the route report. */
  nameOf(type: Type, handler: unknown): string {
    const found = this.list().find((each) => each.type === type && each.handler === handler);
    return found ? lineOf(found.operation).join(' ') : `CALL ${type.name}`;
  }

  /** What a connection to a gateway is called. */
  connectionName(type: Type): string {
    const found = this.list().find((each) => each.type === type && each.operation.of === 'gateway');
    return `CONNECT ${found?.operation.of === 'gateway' ? found.operation.gateway : type.name}`;
  }

  /** The scope that lets somebody connect to where this gateway listens: the lowest of all gateways that listen there. */
  connectionScope(type: Type): Scope | null {
    const there = this.list().filter((each) => each.operation.of === 'gateway' && each.operation.message === null);
    return there
      .filter((each) => serverOf(each.type) === serverOf(type))
      .map(({ scope }) => scope)
      .reduce(
        (lowest, scope) => (lowest && scope ? (suffices(lowest, scope) ? scope : lowest) : (lowest ?? scope)),
        null,
      );
  }

  /** Whether applications may connect to this gateway at all. */
  isOpen(type: Type): boolean {
    return this.list().some((each) => each.type === type && each.operation.of === 'gateway' && each.scope !== null);
  }

  /** Every operation with the scope that opens it. @throws Error as at start. */
  list(): readonly DecidedOperation[] {
    this.decided ??= this.decide();
    return this.decided;
  }

  /** The same as lines of the route report. */
  mapped(): readonly MappedRoute[] {
    return this.list().map(({ operation, type, name, scope, source }) => {
      const [method, path] = lineOf(operation);
      const isConnection = operation.of === 'gateway' && operation.message === null;
      return { method, path, handler: name, scope: isConnection ? scope && this.connectionScope(type) : scope, source };
    });
  }

  private decide(): readonly DecidedOperation[] {
    const declared = [...providedClasses(this.modules)].flatMap((type) => [
      ...resolversOf(type, this.scanner),
      ...gatewayOperationsOf(type, this.scanner),
    ]);
    const judged = declared.map((operation) => this.judge(operation));
    this.refuseIdle(judged);
    this.refuseUnreachable(judged);
    const decided = fieldsAreGuarded(this.modules) ? judged : refuseUnguarded(judged);
    for (const { type, handler, scope } of decided)
      this.byType.set(type, (this.byType.get(type) ?? new Map<unknown, Scope | null>()).set(handler, scope));
    return decided;
  }

  private judge(declared: OperationHandler): DecidedOperation {
    const { type, handler, operation } = declared;
    const rule = this.rules.find((candidate) => candidate.covers(operation));
    const stated = [handler, type]
      .map((target) => target && (Reflect.getMetadata(REQUIRED_SCOPE, target) as StatedScope | undefined))
      .find((scope) => scope !== undefined);
    const verdict = stated ?? rule?.judge(operation) ?? 'CLOSED';
    const source = stated ? 'decorator' : rule ? `rule ${rule.label}` : 'no rule';
    return { ...declared, rule, source, scope: verdict === 'CLOSED' ? null : verdict };
  }

  private refuseIdle(decided: readonly DecidedOperation[]): void {
    const idle = this.rules.find((rule) => !decided.some((each) => each.rule === rule));
    if (!idle) return;
    throw new Error(
      `ScopesModule: the rule for '${idle.label}' covers no GraphQL field and no message. Correct it, move it above the ` +
        'rule that hides it, or remove it. Fields are written Query.pages, gateways by their path or namespace.',
    );
  }

  private refuseUnreachable(decided: readonly DecidedOperation[]): void {
    const closed = decided.filter(
      ({ operation, scope }) => operation.of === 'gateway' && operation.message === null && !scope,
    );
    const lost = decided.find(
      (each) =>
        each.scope &&
        closed.some(
          ({ type, operation }) =>
            type === each.type && operation !== each.operation && each.operation.of === 'gateway',
        ),
    );
    if (!lost) return;
    throw new Error(
      `ScopesModule: ${lost.name} is open to applications, but none can connect to ${lost.type.name}. Add a rule for the ` +
        'gateway without a message, or @RequireScope on the class.',
    );
  }
}

/** Method and path of an operation in the route report. */
function lineOf(operation: DecidedOperation['operation']): readonly [method: string, path: string] {
  if (operation.of === 'graphql') return [operation.kind, operation.field];
  const { gateway, message } = operation;
  return message === null ? ['CONNECT', gateway] : ['MESSAGE', `${gateway} ${message}`];
}
