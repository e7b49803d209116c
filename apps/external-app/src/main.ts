import type { AddressInfo } from 'node:net';
import { readEnvironment } from './config/environment.js';
import { createExternalApp } from './external-app.js';

function refuseToStart(error: unknown): never {
  console.error(`Field Notes did not start. ${error instanceof Error ? error.message : ''}`);
  process.exit(1);
}

function start(): void {
  const { config, listen } = readEnvironment(process.env);
  const server = createExternalApp(config);
  const stop = (): void => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), 3000).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);
  server.on('error', refuseToStart);
  server.listen(listen.port, listen.host, () => {
    const { port } = server.address() as AddressInfo;
    console.log(`Field Notes answers on ${config.baseUrl ?? `http://localhost:${port}`}`);
  });
}

try {
  start();
} catch (error) {
  refuseToStart(error);
}
