import { Injectable } from '@nestjs/common';
import { type Access } from '../access/access.js';
import { type Shortfall } from './insufficient-scope.exception.js';

/** Hears of an access that did not suffice for `route`, called as `RouteMap.nameOf` does. Must not throw. */
export type RefusalListener = (access: Access, shortfall: Shortfall, route: string) => void;

/** Tells whoever counts that {@link ScopesGuard} refused a request. */
@Injectable()
export class Refusals {
  private readonly listeners = new Set<RefusalListener>();

  /** Adds a listener for the life of the application. */
  subscribe(listener: RefusalListener): void {
    this.listeners.add(listener);
  }

  /** Tells every listener. */
  tell(access: Access, shortfall: Shortfall, route: string): void {
    for (const listener of this.listeners) listener(access, shortfall, route);
  }
}
