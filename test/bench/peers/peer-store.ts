import { type Credentials } from '../host/protocol.js';

/** A sign-in that is to be stored. */
export interface WantedSignIn {
  readonly clientId: string;
  readonly userId: string;
  /** Whether it is over already. */
  readonly isEnded: boolean;
}

/** Its tokens. */
export interface IssuedPair {
  readonly access: string;
  readonly refresh: string;
}

/** Writes into a peer's tables what people and applications would have left there. */
export abstract class PeerStore {
  abstract addClients(clients: readonly Credentials[]): Promise<void>;
  abstract addPeople(ids: readonly string[]): Promise<void>;
  /** Answers the tokens in the same order. */
  abstract addSignIns(wanted: readonly WantedSignIn[]): Promise<readonly IssuedPair[]>;
  /** Answers codes with the challenge of the benchmark, in the same order. */
  abstract addCodes(wanted: readonly WantedSignIn[]): Promise<readonly string[]>;
  /** After much was added. */
  abstract analyze(): Promise<void>;
}
