import { Injectable, type Type } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';

/** The modules whose controllers decide for themselves who may call them. */
export class SelfGuardedModules {
  constructor(readonly modules: readonly Type[]) {}
}

/** Knows which controllers the wiki's own guards leave alone. */
@Injectable()
export class SelfGuarded {
  private controllers?: ReadonlySet<unknown>;

  constructor(
    private readonly container: ModulesContainer,
    private readonly selfGuarded: SelfGuardedModules,
  ) {}

  /** Whether this controller class comes from a module that guards itself. */
  includes(controller: Type): boolean {
    this.controllers ??= new Set(
      [...this.container.values()]
        .filter(({ metatype }) => this.selfGuarded.modules.includes(metatype))
        .flatMap((module) => [...module.controllers.values()].map(({ metatype }) => metatype)),
    );
    return this.controllers.has(controller);
  }
}
