import {
  type ContestantSettings,
  type Credentials,
  type PrepareCommand,
  type Prepared,
  type Ready,
} from '../host/protocol.js';
import { isEnded, personId } from '../host/scale.js';
import { type PeerStore, type WantedSignIn } from './peer-store.js';
import { newId, newSecret } from './random.js';

const batch = 200;

/** Fills a peer's tables, before the load and between two of them, with as much as drawbridge's. */
export class PeerSeed {
  private clients: readonly Credentials[] = [];
  private people = 0;
  private turn = 0;

  constructor(private readonly store: PeerStore) {}

  /** Clients, people, and a sign-in of each of them; answers the tokens. */
  async sow({ signIns, clients = 1 }: ContestantSettings): Promise<Omit<Ready, 'port'>> {
    this.people = signIns;
    this.clients = Array.from({ length: clients }, () => ({ clientId: newId(), clientSecret: newSecret() }));
    await this.store.addClients(this.clients);
    await inBatches(
      Array.from({ length: signIns }, (_, index) => personId(index)),
      async (ids) => {
        await this.store.addPeople(ids);
        return [];
      },
    );
    const wanted = Array.from({ length: signIns }, (_, index) => this.signIn(index, isEnded(index)));
    const pairs = await inBatches(wanted, (some) => this.store.addSignIns(some));
    await this.store.analyze();
    return {
      live: pairs.flatMap(({ access }, index) => (isEnded(index) ? [] : [access])),
      ended: pairs.flatMap(({ access }, index) => (isEnded(index) ? [access] : [])),
      signIns: [],
      clients: this.clients,
    };
  }

  /** More codes or sign-ins, of everybody in turn. */
  async prepare({ prepare, count }: PrepareCommand): Promise<readonly Prepared[]> {
    const wanted = Array.from({ length: count }, () => this.signIn(this.turn++ % this.people, false));
    const values = await inBatches(wanted, async (some) => {
      if (prepare === 'code') return this.store.addCodes(some);
      const pairs = await this.store.addSignIns(some);
      return pairs.map(({ access, refresh }) => (prepare === 'access token' ? access : refresh));
    });
    const secrets = new Map(this.clients.map(({ clientId, clientSecret }) => [clientId, clientSecret]));
    return values.map((value, index) => {
      const clientId = wanted[index]?.clientId ?? '';
      return { clientId, clientSecret: secrets.get(clientId) ?? '', value };
    });
  }

  private signIn(index: number, ended: boolean): WantedSignIn {
    const clientId = this.clients[index % this.clients.length]?.clientId ?? '';
    return { clientId, userId: personId(index), isEnded: ended };
  }
}

async function inBatches<A, B>(all: readonly A[], work: (some: readonly A[]) => Promise<readonly B[]>): Promise<B[]> {
  const done: B[] = [];
  for (let start = 0; start < all.length; start += batch) done.push(...(await work(all.slice(start, start + batch))));
  return done;
}
