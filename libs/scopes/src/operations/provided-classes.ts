import { type Type } from '@nestjs/common';
import { type ModulesContainer } from '@nestjs/core';

/** The classes of all providers, each once: as they are named in modules, and of what factories made. */
export function providedClasses(modules: ModulesContainer): ReadonlySet<Type> {
  const wrappers = [...modules.values()].flatMap(({ providers }) => [...providers.values()]);
  return new Set(
    wrappers.flatMap((wrapper) => {
      const { metatype, isNotMetatype } = wrapper;
      if (typeof metatype === 'function' && !isNotMetatype) return [metatype as Type];
      const instance = isNotMetatype ? wrapper.instance : null;
      const made = typeof instance === 'object' && instance !== null ? (instance.constructor as unknown) : null;
      return typeof made === 'function' ? [made as Type] : [];
    }),
  );
}
