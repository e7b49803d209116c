import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createExternalApp } from '../../apps/external-app/src/external-app.js';

/** The external application of this repository, listening on loopback. */
export interface RunningExternalApp {
  readonly url: string;
  readonly redirectUri: string;
  close(): Promise<void>;
}

/** Starts it with an empty memory, as it comes out of the box. */
export async function startExternalApp(): Promise<RunningExternalApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'drawbridge-external-app-'));
  const server = createExternalApp({ dataDir });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const url = `http://localhost:${(server.address() as AddressInfo).port.toString()}`;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(dataDir, { recursive: true, force: true });
  };
  return { url, redirectUri: `${url}/callback`, close };
}
