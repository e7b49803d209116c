import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

let turn: Promise<void> | undefined;

/** Resolves when what came in this turn of the event loop has been seen; one promise for all who wait in it. */
export function endOfTurn(): Promise<void> {
  return (turn ??= turnOfTheLoop().then(() => {
    turn = undefined;
  }));
}
