import { Inject, Injectable, type OnModuleInit, RequestMethod, type Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ScopesOptions } from '../scopes.options.js';
import { type Scope } from '../ladder/scope.js';
import { OperationMap } from '../operations/operation-map.service.js';
import { ClientPaths } from './client-paths.service.js';
import { type Controller, controllersOf, type Handler, methodsOf } from './controllers.js';
import { declaredRoutes, type PiecedRoute } from './declared-routes.js';
import { type MappedRoute } from './mapped-route.js';
import { type PathRule, perPath } from './route-rule.js';
import { judge, type Verdict } from './verdict.js';

/** One route and what was decided about it. */
interface DecidedRoute extends Verdict {
  readonly controller: Controller;
  readonly handler: Handler;
  readonly name: string;
  readonly route: PiecedRoute;
}

/**
 * What every handler needs, decided once at start from the handler as it is declared. Requests are judged by the
 * identity of their handler, so no spelling of a URL can change the answer.
 */
@Injectable()
export class RouteMap implements OnModuleInit {
  private readonly byController = new Map<Type, Map<unknown, DecidedRoute>>();
  private readonly names = new Map<Type, Map<unknown, string>>();
  private decided: readonly DecidedRoute[] | null = null;
  private readonly rules: readonly PathRule[];

  constructor(
    @Inject(ModulesContainer) private readonly modules: ModulesContainer,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(ClientPaths) private readonly paths: ClientPaths,
    @Inject(OperationMap) private readonly operations: OperationMap,
    @Inject(ScopesOptions) options: ScopesOptions,
  ) {
    this.rules = perPath(options.routes);
  }

  /** @throws Error when a rule covers no route, or when the routes of one handler need different scopes. */
  onModuleInit(): void {
    this.decided ??= this.decide();
  }

  /** The scope that opens a handler, or `null` when nothing does. */
  scopeOf(controller: Type, handler: unknown): Scope | null {
    const route = this.byController.get(controller)?.get(handler);
    return route ? route.scope : this.operations.scopeOf(controller, handler);
  }

  /**
   * What a handler is called in counts and reports, as it is declared: `GET /rest/api/content/:id`, `QUERY Query.pages`,
   * `MESSAGE /live say`. Of several paths the first. To be asked for once the application is initialised.
   */
  nameOf(controller: Type, handler: unknown): string {
    return this.names.get(controller)?.get(handler) ?? this.keepName(controller, handler);
  }

  /**
   * Every route with the scope that opens it, in the order of the controllers, then GraphQL fields and gateways. Can be asked for before the application
   * is initialised, once it has its global prefix and versioning.
   *
   * @throws Error as at start
   */
  list(): readonly MappedRoute[] {
    this.decided ??= this.decide();
    const routes = this.decided.flatMap(({ controller, handler, name, route, scope, source }) => {
      const method = RequestMethod[route.method] ?? 'ALL';
      const paths = this.paths.of(controller, handler, route);
      return paths.map((path) => ({ method, path, handler: name, scope, source }));
    });
    return [...routes, ...this.operations.mapped()];
  }

  private decide(): readonly DecidedRoute[] {
    const idle = new Set<PathRule>(this.rules);
    const decided = controllersOf(this.modules).flatMap((controller) =>
      methodsOf(controller, this.scanner).flatMap(([method, handler]) =>
        declaredRoutes(controller, handler).map((route) => {
          const verdict = judge(controller.type, handler, route, this.rules);
          if (verdict.rule) idle.delete(verdict.rule);
          return { ...verdict, controller, handler, route, name: `${controller.type.name}.${method}` };
        }),
      ),
    );
    const [unused] = idle;
    if (unused) {
      throw new Error(
        `ScopesModule: the rule for '${unused.path}' covers no route. Correct its path (declared paths carry no ` +
          'global prefix and no version), move it above the rule that hides it, or remove it.',
      );
    }
    for (const each of decided) this.keep(each);
    return decided;
  }

  private keepName(controller: Type, handler: unknown): string {
    const name = this.declaredName(controller, handler) ?? this.operations.nameOf(controller, handler);
    const names = this.names.get(controller) ?? new Map<unknown, string>();
    this.names.set(controller, names.set(handler, name));
    return name;
  }

  private declaredName(type: Type, handler: unknown): string | undefined {
    const decided = this.byController.get(type)?.get(handler);
    if (!decided) return undefined;
    const [path = decided.route.path] = this.paths.of(decided.controller, decided.handler, decided.route);
    return `${RequestMethod[decided.route.method] ?? 'ALL'} ${path}`;
  }

  private keep(decided: DecidedRoute): void {
    const { controller, handler, name, route, scope } = decided;
    const handlers = this.byController.get(controller.type) ?? new Map<unknown, DecidedRoute>();
    const first = handlers.get(handler) ?? decided;
    if (first.scope !== scope) {
      throw new Error(
        `ScopesModule: ${name} is reached by ${first.route.path} (${first.scope ?? 'closed'}) and by ` +
          `${route.path} (${scope ?? 'closed'}). Give both one rule, or put @RequireScope on the method.`,
      );
    }
    this.byController.set(controller.type, handlers.set(handler, first));
  }
}
