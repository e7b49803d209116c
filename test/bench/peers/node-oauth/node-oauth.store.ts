import { randomBytes } from 'node:crypto';
import { type Credentials } from '../../host/protocol.js';
import { digestOf } from '../digest.js';
import { type IssuedPair, PeerStore, type WantedSignIn } from '../peer-store.js';
import { type PgSeeding } from '../pg/pg-seeding.js';

/** As the library makes them. */
const newToken = (): string => randomBytes(32).toString('hex');

/** Fills the tables with tokens like the library's. */
export class NodeOauthStore extends PeerStore {
  constructor(private readonly seeding: PgSeeding) {
    super();
  }

  addClients = (clients: readonly Credentials[]) => this.seeding.addClients(clients);
  addPeople = (ids: readonly string[]) => this.seeding.addPeople(ids);
  analyze = () => this.seeding.analyze();

  async addSignIns(wanted: readonly WantedSignIn[]): Promise<readonly IssuedPair[]> {
    const pairs = wanted.map(() => ({ access: newToken(), refresh: newToken() }));
    const [access, refresh] = [pairs.map((pair) => digestOf(pair.access)), pairs.map((pair) => digestOf(pair.refresh))];
    await this.seeding.addTokens(wanted, access, refresh);
    return pairs;
  }

  async addCodes(wanted: readonly WantedSignIn[]): Promise<readonly string[]> {
    const codes = wanted.map(() => newToken());
    await this.seeding.addCodes(wanted, codes.map(digestOf));
    return codes;
  }
}
