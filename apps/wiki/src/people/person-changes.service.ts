import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';

/** Hears of a person who changes. */
export interface PersonChangeListener {
  /** Called inside the transaction of the change. What it rejects with undoes the change. */
  changing(manager: EntityManager, personId: string): Promise<void>;
  /** Called once somebody may do less, and that is stored. Must not reject. */
  changed(): Promise<void>;
}

/**
 * Tells others that somebody may or may not sign in any more, or stands higher or lower. Whoever changes the column
 * `active` of a person or a row of their groups says so here, last in the transaction, and once more after it.
 */
@Injectable()
export class PersonChanges {
  private readonly listeners: PersonChangeListener[] = [];

  /** Tells `listener` of every change from now on. */
  subscribe(listener: PersonChangeListener): void {
    this.listeners.push(listener);
  }

  async changing(manager: EntityManager, personId: string): Promise<void> {
    for (const listener of this.listeners) await listener.changing(manager, personId);
  }

  async changed(): Promise<void> {
    await Promise.all(this.listeners.map((listener) => listener.changed()));
  }
}
