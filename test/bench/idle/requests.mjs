/**
 * `npm run bench:idle -- requests [--rounds 9] [--requests 20000]`: what requests without a token cost because of the guards, in CPU time of
 * the server's process, which other programs on the machine change little. Kinds take turns, medians are shown.
 */
import { connect } from 'node:net';
import { parseArgs } from 'node:util';
import { hostProcess, median, rounded, withDatabase } from './measuring.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, requests: { type: 'string', default: '20000' } },
});
const [rounds, requests] = [Number(values.rounds), Number(values.requests)];
const connections = 8;
const kinds = ['bare', 'passing', 'guarded'];
const path = '/area-0/things-0/items-0';

/** Asks over one connection, one request after the other. */
function askOver(url, count) {
  const { hostname, port } = new URL(url);
  const request = `GET ${path} HTTP/1.1\r\nHost: bench\r\nCookie: session=1\r\n\r\n`;
  return new Promise((resolve, reject) => {
    let left = count;
    const socket = connect(Number(port), hostname, () => socket.write(request));
    socket.on('error', reject);
    socket.on('data', (answer) => {
      if (!answer.toString('latin1', 0, 12).endsWith('200')) reject(new Error(answer.toString()));
      else if (--left > 0) socket.write(request);
      else socket.end(resolve);
    });
  });
}

/** Microseconds of CPU that one request took. */
async function cost(host, count) {
  const before = await host.cpu();
  await Promise.all(Array.from({ length: connections }, () => askOver(host.url, count / connections)));
  return ((await host.cpu()) - before) / count;
}

console.log(`CPU of one request without a token, medians of ${rounds} rounds of ${requests}, Node ${process.version}:`);
const rows = await withDatabase(async (database) => {
  const found = [];
  for (const platform of ['express', 'fastify']) {
    const hosts = await Promise.all(kinds.map((kind) => hostProcess({ platform, routes: 10, kind, database })));
    for (const host of hosts) await cost(host, requests);
    const costs = hosts.map(() => []);
    for (let round = 0; round < rounds; round++)
      for (const turn of kinds.keys()) {
        const each = (turn + round) % kinds.length;
        costs[each].push(await cost(hosts[each], requests));
      }
    const [bare, passing, guarded] = costs.map(median);
    found.push({
      platform,
      'bare µs': rounded(bare, 1),
      'two empty guards µs': rounded(passing, 1),
      'guarded µs': rounded(guarded, 1),
      'added µs': rounded(guarded - bare, 1),
      ratio: rounded(guarded / bare, 3),
    });
    for (const host of hosts) await host.end();
  }
  return found;
});
console.table(rows);
