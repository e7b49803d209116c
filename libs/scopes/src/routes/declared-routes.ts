import { type RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { type Controller, type Handler } from './controllers.js';
import { type DeclaredRoute } from './route-rule.js';

/** A declared route with the pieces its path is made of. */
export interface PiecedRoute extends DeclaredRoute {
  readonly controllerPath: string;
  readonly methodPath: string;
}

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
export function declaredRoutes({ type, modulePath }: Controller, handler: Handler): readonly PiecedRoute[] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  return pathsOf(type).flatMap((controllerPath) =>
    pathsOf(handler).map((methodPath) => {
      return { method, path: join(modulePath, controllerPath, methodPath), controllerPath, methodPath };
    }),
  );
}
