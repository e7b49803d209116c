import { freePort } from '../../support/free-port.js';

/** Where the sockets of the boards listen. */
export const livePort = await freePort();
