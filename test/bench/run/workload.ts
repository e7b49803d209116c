import { type Preparation, type Prepared, type Ready } from '../host/protocol.js';
import { type Load } from './load.js';

/** What is asked of a contestant. */
export interface Workload {
  readonly name: string;
  /** What the contestant makes beforehand: one for each connection, or as many as requests will be sent. */
  readonly needs?: { readonly what: Preparation; readonly each: 'connection' | 'request' };
  /** How long it takes, in milliseconds, until what happens in it has happened to all; a full run measures no less. */
  readonly period?: number;
  /** Whether other libraries have nothing like it. */
  readonly isOurs?: boolean;
  /** The requests. Each says what it has to be answered. */
  readonly asks: (ready: Ready, prepared: readonly Prepared[]) => Load['next'];
}
