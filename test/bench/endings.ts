/**
 * `npm run bench:endings -- [--endings N]`: two nodes on one PostgreSQL under full load while N accesses end, of all kinds and on
 * either node. Prints how many requests began after an ending was answered and were let in: that has to be none.
 */
import { parseArgs } from 'node:util';
import { ClosedTimes } from '../support/closed-times.js';
import { type EndingCommand, type SignIn } from './host/protocol.js';
import { Contestant } from './run/contestant.js';
import { type Ask, load } from './run/load.js';
import { startPostgres } from './run/postgres.js';
import { requestWith } from './run/requests.js';

const { values } = parseArgs({ options: { endings: { type: 'string', default: '1000' } } });
const wanted = Number(values.endings);
const clients = 60;
const postgres = await startPostgres();
const database = { kind: 'postgres', url: await postgres.database('endings') } as const;
const settings = { platform: 'fastify', kind: 'drawbridge', database } as const;
const first = await Contestant.start('first node', { ...settings, signIns: wanted * 3, clients });
const nodes = [first, await Contestant.start('second node', { ...settings, signIns: 0 })] as const;

const { signIns } = first.ready;
const closed = new ClosedTimes();
const keysOf = ({ familyId, clientId }: SignIn) => [`family ${familyId}`, `client ${clientId}`, 'all'];
const outcome = { letIn: 0, refused: 0, forbidden: 0 };
const delays: number[] = [];
let target: readonly SignIn[] = signIns.slice(0, 1);
let waitsForRefusal: { readonly key: string; readonly since: number } | null = null;

const next = (): Ask => {
  const among = Math.random() < 0.5 ? target : signIns;
  const signIn = among[Math.floor(Math.random() * among.length)];
  if (!signIn) throw new Error('There is no sign-in.');
  return {
    text: requestWith(signIn.token),
    answered(status, sentAt) {
      if (status === 200) outcome.letIn++;
      else outcome.refused++;
      if (status === 200 && closed.forbid(keysOf(signIn), sentAt)) outcome.forbidden++;
      if (status !== 200 && waitsForRefusal && keysOf(signIn).includes(waitsForRefusal.key)) {
        delays.push(performance.now() - waitsForRefusal.since);
        waitsForRefusal = null;
      }
    },
  };
};

/** What is ended as the n-th, and what is closed by it. Every tenth is let in again. */
const endingOf = (
  number: number,
): { readonly command: EndingCommand; readonly key: string; readonly again?: EndingCommand } => {
  const signIn = signIns[number % signIns.length];
  if (!signIn) throw new Error('There is no sign-in.');
  const { clientId, familyId } = signIn;
  const byClient = `client ${clientId}`;
  if (number % 50 === 49) return { command: { do: 'delete client', clientId }, key: byClient };
  if (number % 50 === 24) return { command: { do: 'withdraw all', clientId }, key: byClient };
  if (number % 20 === 19) return { command: { do: 'pause' }, key: 'all', again: { do: 'resume' } };
  if (number % 20 === 9)
    return { command: { do: 'disable client', clientId }, key: byClient, again: { do: 'enable client', clientId } };
  const alone = (['revoke', 'withdraw', 'disable person'] as const)[number % 3] ?? 'revoke';
  return { command: { do: alone, signIn }, key: `family ${familyId}` };
};

const endAll = async (): Promise<void> => {
  for (let number = 0; number < wanted; number++) {
    const { command, key, again } = endingOf(number);
    target = signIns.filter((one) => keysOf(one).includes(key)).slice(0, 20);
    await new Promise((resolve) => setTimeout(resolve, 5));
    const since = performance.now();
    waitsForRefusal = { key, since };
    await nodes[number % 2]?.carryOut(command);
    closed.close(key);
    if (!again) continue;
    await new Promise((resolve) => setTimeout(resolve, 20));
    closed.reopen(key);
    await nodes[(number + 1) % 2]?.carryOut(again);
  }
};

let isOver = false;
const under = nodes.map(async ({ ready: { port } }) => {
  while (!isOver) await load({ port, connections: 20, milliseconds: 500, next });
});
const began = performance.now();
await endAll();
await new Promise((resolve) => setTimeout(resolve, 200));
isOver = true;
await Promise.all(under);
const seconds = (performance.now() - began) / 1000;
delays.sort((a, b) => a - b);
const at = (share: number) => (delays[Math.floor(delays.length * share)] ?? NaN).toFixed(1);
console.log(`endings: ${wanted.toString()} in ${seconds.toFixed(1)} s`);
console.log(`requests: ${(outcome.letIn + outcome.refused).toString()}, let in: ${outcome.letIn.toString()}`);
console.log(`let in after an answered ending: ${outcome.forbidden.toString()}`);
console.log(`from the call of an ending to the first refusal, in ms: p50 ${at(0.5)}, p99 ${at(0.99)}`);
for (const node of nodes) await node.stop();
postgres.stop();
process.exitCode = outcome.forbidden === 0 && delays.length > 0 ? 0 : 1;
