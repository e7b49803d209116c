import { type ContestantHost } from '../host/contestant-host.js';
import { type ContestantSettings } from '../host/protocol.js';
import { peerHost, urlOf } from '../peers/peer-host.js';
import { HandWrittenModule } from './hand-written.module.js';

/** The measured route behind a guard that was written for it. */
export function handWritten(settings: ContestantSettings): ContestantHost {
  return peerHost(settings, { module: HandWrittenModule.of(urlOf(settings)) });
}
