import { Inject, Injectable, type OnModuleInit, RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ScopesOptions } from '../scopes.options.js';
import { type Scope } from '../ladder/scope.js';
import { declaredRoutes } from './declared-routes.js';
import { REQUIRED_SCOPE, type StatedScope } from './require-scope.decorator.js';
import { covers, coversInPart, type DeclaredRoute, judgedBy, type PathRule, perPath } from './route-rule.js';

/** One route with what opens it to applications. */
export interface MappedRoute {
  /** `GET`, `POST`, … or `ALL`. */
  readonly method: string;
  /** The path as declared. */
  readonly path: string;
  /** `Controller.method`. */
  readonly handler: string;
  /** The scope that opens it; `null`: closed to applications. */
  readonly scope: Scope | null;
  /** Where that was said: a decorator, the path of the rule, or nowhere. */
  readonly source: string;
}

/**
 * What every handler needs, decided once at start from the handler as it is declared. Requests are judged by the
 * identity of their handler, so no spelling of a URL can change the answer.
 */
@Injectable()
export class RouteMap implements OnModuleInit {
  private readonly byController = new Map<Type, Map<unknown, Scope | null>>();
  private readonly mapped: MappedRoute[] = [];
  private readonly rules: readonly PathRule[];

  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(MetadataScanner) private readonly scanner: MetadataScanner,
    @Inject(ScopesOptions) options: ScopesOptions,
  ) {
    this.rules = perPath(options.routes);
  }

  /** @throws Error when a rule covers no route, or when the routes of one handler need different scopes. */
  onModuleInit(): void {
    const idle = new Set<PathRule>(this.rules);
    for (const { metatype } of this.discovery.getControllers()) {
      if (typeof metatype !== 'function') continue;
      const controller = metatype as Type;
      const methods = controller.prototype as Record<string, () => unknown>;
      for (const name of this.scanner.getAllMethodNames(methods)) {
        const handler = methods[name];
        if (handler) this.decide(controller, name, handler, idle);
      }
    }
    const [unused] = idle;
    if (unused) {
      throw new Error(
        `ScopesModule: the rule for '${unused.path}' covers no route. Correct its path (declared paths carry no ` +
          'global prefix and no version), move it above the rule that hides it, or remove it.',
      );
    }
  }

  /** The scope that opens a handler, or `null` when nothing does. */
  scopeOf(controller: Type, handler: unknown): Scope | null {
    return this.byController.get(controller)?.get(handler) ?? null;
  }

  /** Every route with the scope that opens it, in the order of the controllers. */
  list(): readonly MappedRoute[] {
    return this.mapped;
  }

  private decide(controller: Type, name: string, handler: () => unknown, idle: Set<PathRule>): void {
    const routes = declaredRoutes(controller, handler);
    const verdicts = routes.map((route) => ({ route, ...this.judge(controller, handler, route, idle) }));
    const [first] = verdicts;
    if (!first) return;
    const other = verdicts.find(({ scope }) => scope !== first.scope);
    if (other) {
      throw new Error(
        `ScopesModule: ${controller.name}.${name} is reached by ${first.route.path} (${first.scope ?? 'closed'}) and by ` +
          `${other.route.path} (${other.scope ?? 'closed'}). Give both one rule, or put @RequireScope on the method.`,
      );
    }
    const handlers = this.byController.get(controller) ?? new Map<unknown, Scope | null>();
    this.byController.set(controller, handlers.set(handler, first.scope));
    for (const { route, scope, source } of verdicts) {
      const method = RequestMethod[route.method] ?? 'ALL';
      this.mapped.push({ method, path: route.path, handler: `${controller.name}.${name}`, scope, source });
    }
  }

  private judge(controller: Type, handler: () => unknown, route: DeclaredRoute, idle: Set<PathRule>) {
    const stated = [handler, controller]
      .map((target) => Reflect.getMetadata(REQUIRED_SCOPE, target) as StatedScope | undefined)
      .find((scope) => scope !== undefined);
    const rule = this.rules.find((candidate) => covers(candidate, route) || coversInPart(candidate, route));
    if (rule && !stated && coversInPart(rule, route)) {
      throw new Error(
        `ScopesModule: the rule for ${rule.method ?? ''} '${rule.path}' covers only a part of ${route.path}, which is declared ` +
          'for all methods. Give the rule no method, or declare the route for each method by itself.',
      );
    }
    if (rule) idle.delete(rule);
    if (stated) return { scope: stated === 'CLOSED' ? null : stated, source: 'decorator' };
    if (!rule) return { scope: null, source: 'no rule' };
    const verdict = judgedBy(rule, route);
    return { scope: verdict === 'CLOSED' ? null : verdict, source: `rule ${rule.path}` };
  }
}
