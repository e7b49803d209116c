import { type Type } from '@nestjs/common';
import { MODULE_PATH } from '@nestjs/common/constants.js';
import { type MetadataScanner, type ModulesContainer } from '@nestjs/core';

/** A method of a controller, as Nest hands it to guards. */
export type Handler = (...args: never[]) => unknown;

/** A controller as one module has it. */
export interface Controller {
  readonly type: Type;
  /** The path that `RouterModule` gave the module; empty for most. */
  readonly modulePath: string;
}

/** Every controller of an application; one that several modules list comes several times. */
export function controllersOf(modules: ModulesContainer): readonly Controller[] {
  return [...modules.values()].flatMap(({ controllers, metatype }) => {
    const own = Reflect.getMetadata(MODULE_PATH + modules.applicationId, metatype) as string | undefined;
    const modulePath = own ?? (Reflect.getMetadata(MODULE_PATH, metatype) as string | undefined) ?? '';
    return [...controllers.values()].flatMap((wrapper) =>
      typeof wrapper.metatype === 'function' ? [{ type: wrapper.metatype as Type, modulePath }] : [],
    );
  });
}

/** The methods of a controller with their names, inherited ones included. */
export function methodsOf({ type }: Controller, scanner: MetadataScanner): readonly (readonly [string, Handler])[] {
  const methods = type.prototype as Record<string, Handler>;
  return scanner.getAllMethodNames(methods).flatMap((name) => {
    const method = methods[name];
    return method ? [[name, method] as const] : [];
  });
}
