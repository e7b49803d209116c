import { type RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type DeclaredRoute } from './route-rule.js';

type Handler = (...args: never[]) => unknown;

const pathsOf = (target: object): readonly string[] => {
  const stated = Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined;
  return Array.isArray(stated) ? stated : [stated ?? ''];
};

const join = (...parts: readonly string[]): string =>
  `/${parts
    .flatMap((part) => part.split('/'))
    .filter((segment) => segment !== '')
    .join('/')}`;

/** Every route that one method of a controller declares; none when the method is no handler. */
export function declaredRoutes(controller: Type, handler: Handler): readonly DeclaredRoute[] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  return pathsOf(controller).flatMap((base) => pathsOf(handler).map((path) => ({ method, path: join(base, path) })));
}
