/** Imports the module named on the command line and prints, as a JSON list, every file that was loaded for it. */
import { createRequire, register } from 'node:module';
import { MessageChannel } from 'node:worker_threads';

const { port1, port2 } = new MessageChannel();
const hooks = `
  let port;
  export const initialize = (data) => { port = data.port; };
  export const resolve = async (specifier, context, next) => {
    const resolved = await next(specifier, context);
    port.postMessage(resolved.url);
    return resolved;
  };`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`, { data: { port: port2 }, transferList: [port2] });

const urls = [];
port1.on('message', (url) => urls.push(url));
await import(process.argv[2]);
await new Promise((resolve) => setTimeout(resolve, 100));
const required = Object.keys(createRequire(import.meta.url).cache);
process.stdout.write(JSON.stringify([...new Set([...urls, ...required])]), () => process.exit(0));
