import { Injectable } from '@nestjs/common';

/** Hears that somebody may do less than before. Must not throw. */
export type PeopleListener = () => Promise<void>;

/** Tells whoever wants to know that somebody was disabled or left a group, once that is stored. */
@Injectable()
export class PeopleChanges {
  private readonly listeners = new Set<PeopleListener>();

  /** Adds a listener for the life of the application. */
  subscribe(listener: PeopleListener): void {
    this.listeners.add(listener);
  }

  /** Resolves once every listener has done what it does. */
  async tell(): Promise<void> {
    await Promise.all([...this.listeners].map((listener) => listener()));
  }
}
