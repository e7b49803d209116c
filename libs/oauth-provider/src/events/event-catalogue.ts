import { type Scope } from 'nestjs-drawbridge/scopes';
import { type CleaningCounts } from '../cleaning/cleaning-progress.js';
import { type Client, type ClientType } from '../clients/client.entity.js';
import { type OAuthErrorCode } from '../errors/oauth.error.js';
import { type TrialMark } from './trial-mark.js';

/** What an administrator decides about an application, the kind of its client apart. */
type ClientSettings = Omit<Client, 'id' | 'type' | 'createdBy' | 'createdAt' | 'updatedAt' | 'lastUsedAt'>;

/** Settings of a link as they were or are, those that differ. */
type LinkSettings = Partial<ClientSettings & { readonly description: string }>;

type NoDetails = Readonly<Record<string, never>>;

/** What an application asked for or got, and where its codes are sent. */
interface Reach {
  readonly scopes: readonly Scope[];
  /** For an authorization as it was sent, with the port of a loopback address. */
  readonly redirectUri: string;
}

/** A network failed as often as it may in one window. Told once a window and limit. */
interface Throttling {
  /** Which limit was reached: that of one name, or that of the network whatever it names. */
  readonly limit: 'name' | 'network';
  /** An IPv4 address or the first 64 bits of an IPv6 address. */
  readonly network: string;
  /** The length of the window. */
  readonly seconds: number;
}

/**
 * Events that are stored in the audit trail, in the transaction of the change they tell of, by their types. No details
 * ever hold a secret, a code or a token.
 */
export interface StoredEvents {
  /** An administrator let an application in. */
  'link.created': ClientSettings & { readonly clientType: ClientType };
  /** An administrator changed settings of a link; letting it rest and work again are events of their own. */
  'link.updated': { readonly before: LinkSettings; readonly after: LinkSettings };
  /** An administrator let a link work again. */
  'link.enabled': Pick<Client, 'name'>;
  /** An administrator let a link rest: nothing of it is let in until it is enabled. */
  'link.disabled': Pick<Client, 'name'>;
  /** An administrator removed a link; every authorization, code and token of it ended. What it was at the end. */
  'link.deleted': Pick<Client, 'name' | 'scopes' | 'redirectUris'>;

  /** An administrator was shown the client secret, if there is one. */
  'credentials.viewed': NoDetails;
  /** An administrator gave an application a new secret; older ones end `overlapSeconds` later. */
  'secret.created': { readonly secretId: string; readonly overlapSeconds: number };
  /** An administrator ended one secret at once. */
  'secret.ended': { readonly secretId: string };
  /** Client secrets were encrypted under the current key; `unreadable` ones are under a key that is gone. */
  'secrets.resealed': { readonly resealed: number; readonly unreadable: number };

  /** An administrator turned every application away on every node. */
  'applications.paused': NoDetails;
  /** An administrator let applications in again. */
  'applications.resumed': NoDetails;

  /** An administrator took a copy of the audit trail along; `count` is `null` for so many that they were not counted before. */
  'audit.exported': {
    readonly format: 'csv' | 'jsonl';
    /** What was asked for, as in the address. */
    readonly filters: Readonly<Record<string, string>>;
    readonly count: number | null;
  };

  /** A person said yes, to all that was `asked` or to less, and the application was sent a code. */
  'authorization.given': Reach & TrialMark & { readonly asked: readonly Scope[] };
  /** A person said no. */
  'authorization.denied': TrialMark & { readonly asked: readonly Scope[]; readonly redirectUri: string };
  /** A person or an administrator withdrew one person's yes; every code and token under it ended. `scopes` is all it gave. */
  'authorization.ended': Pick<Reach, 'scopes'> & TrialMark;
  /** Every authorization of an application ended at once, of `count` people. Before `link.deleted`, for instance. */
  'authorizations.ended': { readonly count: number };

  /** A code came twice from its client: everything that it got ended. `scopes` is what the person gave. */
  'family.ended.code-replayed': Reach;
  /** A code came with a wrong verifier or redirect URI from its client: it is used up. */
  'family.ended.code-misused': Reach;
  /** A refresh token came again after its time: two hold it, so everything issued after it ended. */
  'family.ended.refresh-replayed': Reach;
  /** The application, or a trial in its place, revoked a token and with it its sign-in (RFC 7009). */
  'family.ended.revoked': Reach & TrialMark;

  /** Client authentication failed too often. */
  'client.authentication-throttled': Throttling;
  /** Codes, refresh tokens or other values that this wiki never made came too often. */
  'client.guessing-throttled': Throttling;
  /** Forms of a person came too often with tickets that are not good. */
  'form.throttled': Throttling;
}

/** Events that are told and stored nowhere: steps that come as often as an application or a stranger likes. */
export interface ToldEvents {
  /** A client and its redirect URI were proven, and still its request for authorization was turned back. */
  'authorization.refused': { readonly error: OAuthErrorCode; readonly redirectUri: string };

  /** A code was exchanged for the first tokens; `scopes` is what they may do. */
  'code.exchanged': Reach;
  /** A refresh token was exchanged for the next tokens. */
  'token.refreshed': Reach;
  /** The same refresh token came again in time and got the same answer: an answer was lost, or two tabs refreshed at once. */
  'token.refresh-repeated': Reach;
  /** A proven client got no tokens; `grantType` is `null` when it named none that is known. */
  'token.refused': { readonly error: OAuthErrorCode; readonly grantType: string | null };
  /** A client asked about a token and heard whether it is live; `userId` is its person then. */
  'token.introspected': { readonly active: boolean };

  /** A client did not prove itself; `clientId` is `null` when there is none of the name it gave. */
  'client.authentication-failed': NoDetails;

  /** A round of cleaning that removed something is over; how many rows of each kind. */
  'cleaning.finished': CleaningCounts;
}

/** The name of an event that is stored. */
export type StoredEventType = keyof StoredEvents;

/** The name of an event that is only told. */
export type ToldEventType = keyof ToldEvents;

/** The details of each event, by its type. */
export interface EventDetails extends StoredEvents, ToldEvents {}

/** The name of an event. */
export type EventType = keyof EventDetails;
