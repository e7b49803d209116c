import { setTimeout as sleep } from 'node:timers/promises';
import { type Memory, type Ready } from '../host/protocol.js';
import { Contestant } from '../run/contestant.js';
import { type Ask, load, type Load } from '../run/load.js';
import { type BenchPostgres } from '../run/postgres.js';
import { inTurn, requestsWith } from '../run/requests.js';
import { forgedTokens, manyTokens, oneHotToken } from '../run/workloads/guarded-route.js';
import { refresh } from '../run/workloads/token-endpoint.js';

/** What a host kept in memory at a moment. */
export interface MemorySample extends Memory {
  /** In seconds since the load began. */
  readonly at: number;
}

/** How long a host is put under load, and how often its memory is looked at; in milliseconds. */
export interface Endurance {
  readonly milliseconds: number;
  readonly every: number;
}

const connections = 50;
const refreshing = 5;
/** So many sign-ins stay; the others are ended one after another. */
const lasting = 9000;
const endEvery = 1000;

/** Puts a host under a load of every kind, and looks at its memory now and then, while nothing is asked. */
export async function endure(
  postgres: BenchPostgres,
  { milliseconds, every }: Endurance,
): Promise<{ readonly samples: readonly MemorySample[]; readonly requests: number }> {
  const database = { kind: 'postgres', url: await postgres.database('endurance') } as const;
  const settings = { platform: 'fastify', kind: 'drawbridge', database, signIns: 10_200, clients: 200 } as const;
  const host = await Contestant.start('host', settings);
  try {
    const { port } = host.ready;
    const next = await everything(host);
    const doomed = host.ready.signIns.slice(lasting);
    const samples: MemorySample[] = [];
    let [requests, ended] = [0, 0];
    const began = performance.now();
    for (let at = 0; at < milliseconds; at = performance.now() - began) {
      const isOver = new AbortController();
      const ending = (async () => {
        for (; !isOver.signal.aborted; await sleep(endEvery)) {
          const signIn = doomed[ended++];
          if (signIn) await host.carryOut({ do: 'revoke', signIn });
        }
      })();
      requests += (await load({ port, connections, milliseconds: every, next })).allRequests;
      isOver.abort();
      await ending;
      samples.push({ at: (performance.now() - began) / 1000, ...(await host.memory()) });
    }
    return { samples, requests };
  } finally {
    await host.stop();
  }
}

/** The first connections refresh, each its own sign-in; the others show tokens of every kind. */
async function everything(host: Contestant): Promise<Load['next']> {
  const { ready } = host;
  const some: Ready = { ...ready, live: ready.signIns.slice(0, lasting).map(({ token }) => token) };
  const refreshes = refresh.asks(some, await host.prepare({ prepare: 'refresh token', count: refreshing }));
  const kinds = [
    ...[oneHotToken, manyTokens, forgedTokens].map((workload) => workload.asks(some, [])),
    requestsWith(ready.signIns.slice(lasting).map(({ token }) => token)),
  ];
  const nextKind = inTurn(kinds);
  return (connection): Ask | null => (connection < refreshing ? refreshes(connection) : nextKind()(connection));
}
