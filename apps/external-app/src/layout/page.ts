import type { Html } from './html.js';

/** The entry of the main navigation a page belongs to. */
export type Place = 'start' | 'notes' | 'trials' | 'connection' | 'settings';

/** What a page function returns; the layout puts the frame around it. */
export interface Page {
  readonly title: string;
  readonly place: Place;
  readonly body: Html;
}
