import { type Scope } from 'nestjs-drawbridge/scopes';
import { type Client } from '../clients/client.entity.js';
import { type Trial } from '../trials/trial.js';
import { type ReturnAddress } from './return-address.js';

/** A checked request for authorization (RFC 6749 §4.1.1). */
export interface AuthorizationRequest {
  readonly client: Client;
  readonly returnTo: ReturnAddress;
  /** What is asked for, lowest first; at least one. */
  readonly scopes: readonly Scope[];
  /** The S256 challenge, or `null`. */
  readonly codeChallenge: string | null;
  /** The query it came with, to the letter; the consent form carries it along. */
  readonly query: string;
  /** The trial it is part of, where its address is no registered one; `null` for every request of an application. */
  readonly trial: Trial | null;
}
