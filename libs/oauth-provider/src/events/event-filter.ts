import { type AddressRange } from './address-range.js';

/**
 * Which events are wanted: those that meet all of what is given. A list asks for any of its members, at most
 * 200, an empty one for none.
 */
export interface EventFilter {
  readonly types?: readonly string[];
  /** The applications concerned. */
  readonly clientIds?: readonly string[];
  /** People who did it, or whose authorization is concerned. */
  readonly people?: readonly string[];
  readonly addresses?: AddressRange;
  /** From this moment on, in milliseconds since 1970. */
  readonly from?: number;
  /** Before this moment, in milliseconds since 1970. */
  readonly before?: number;
}

/** The place of an event in the trail. Of two at one moment, the one with the higher id is newer. */
export interface EventPlace {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly id: number;
}

/** Some events beside a place; without one, the newest. */
export interface EventSlice {
  readonly filter?: EventFilter;
  readonly olderThan?: EventPlace;
  readonly newerThan?: EventPlace;
  /** At most this many. */
  readonly limit: number;
}
