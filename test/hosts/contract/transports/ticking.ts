import { setTimeout as pause } from 'node:timers/promises';

/** The same again and again, for as long as somebody listens. */
export async function* ticking<T>(what: T): AsyncGenerator<T> {
  for (;;) {
    yield what;
    await pause(20);
  }
}
