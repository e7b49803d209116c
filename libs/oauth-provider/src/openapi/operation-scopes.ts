import { lowerOf, type MappedRoute, type Scope } from 'nestjs-drawbridge/scopes';

/** Finds the scope that opens an operation of an OpenAPI document; `null` when nothing does. */
export type ScopeOfOperation = (method: string, path: string) => Scope | null;

/** A path whose parameters have no names: `/cards/:id`, `/cards/{id}` and, for all that follows, `/cards/*rest`. */
const shapeOf = (path: string): string =>
  path
    .split('/')
    .filter((segment) => segment !== '')
    .map((segment) => segment.replace(/\{[^}]*\}|[:*]\w+|\*/g, '{}'))
    .join('/');

/**
 * Looks operations up among the routes as clients call them. Where several answer the same call, which versions in a header do, an
 * application needs what the strictest of them needs. `prefix` is tried before paths that a document leaves it out of.
 */
export function scopesOf(routes: readonly MappedRoute[], prefix: string): ScopeOfOperation {
  const scopes = new Map<string, Scope | null>();
  for (const { method, path, scope } of routes) {
    const key = `${method} ${shapeOf(path)}`;
    const known = scopes.get(key);
    scopes.set(key, known === undefined ? scope : strictest(known, scope));
  }
  return (method, path) => {
    for (const shape of [path, `${prefix}/${path}`].map(shapeOf)) {
      const found = [`${method.toUpperCase()} ${shape}`, `ALL ${shape}`].filter((key) => scopes.has(key));
      if (found.length > 0) return found.map((key) => scopes.get(key) ?? null).reduce(strictest);
    }
    return null;
  };
}

/** `null` is the strictest: nothing opens it. */
const strictest = (one: Scope | null, other: Scope | null): Scope | null =>
  one === null || other === null ? null : lowerOf(one, other) === one ? other : one;
