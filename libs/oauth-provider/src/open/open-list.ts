import { type OpenAccess } from './open-access.js';

/**
 * What is open, where something comes and goes with each request. A `Set` that is always changing is copied again and again, and each
 * copy left behind keeps what was in it: requests long over would fill the old generation of the heap.
 */
export class OpenList implements Iterable<OpenAccess> {
  private readonly all: OpenAccess[] = [];

  get size(): number {
    return this.all.length;
  }

  add(access: OpenAccess): void {
    if (access.place !== undefined) return;
    access.place = this.all.push(access) - 1;
  }

  /** The last one takes the place that is left. */
  delete(access: OpenAccess): void {
    const { place } = access;
    if (place === undefined) return;
    access.place = undefined;
    const last = this.all.pop();
    if (!last || last === access) return;
    this.all[place] = last;
    last.place = place;
  }

  /** What is open now, whatever comes and goes meanwhile. */
  [Symbol.iterator](): Iterator<OpenAccess> {
    return [...this.all].values();
  }
}
