import { type FactoryProvider, type ModuleMetadata } from '@nestjs/common';

/** Where the settings of a module come from when they are known at start only. */
export interface AsyncOptions<T> extends Pick<ModuleMetadata, 'imports'> {
  /** What `useFactory` is called with. */
  readonly inject?: FactoryProvider['inject'];
  readonly useFactory: (...args: never[]) => T | Promise<T>;
}
