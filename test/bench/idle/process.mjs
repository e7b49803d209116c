/** One host in a process of its own: `process.mjs <options as JSON>`. Tells its parent how long it took to start, then serves. */
import { hostModule, startHost } from './host.mjs';

const { platform, ...options } = JSON.parse(process.argv[2]);
const { app, ...took } = await startHost(hostModule(options), platform);
process.on('message', () => process.send({ cpu: process.cpuUsage() }));
process.on('disconnect', () => process.exit(0));
process.send({ ...took, url: await app.getUrl() });
