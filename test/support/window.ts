import type { RunningWiki } from './start-wiki.js';

/** Moves the time of some wikis to the beginning of the next window in which failures are counted. */
export function beginWindow(wikis: readonly Pick<RunningWiki, 'clock'>[], seconds = 60): void {
  for (const { clock } of wikis) clock.advance(seconds * 1000 - (clock.now() % (seconds * 1000)));
}
