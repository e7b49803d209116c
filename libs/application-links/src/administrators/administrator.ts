import { type SignedInPerson } from 'nestjs-drawbridge/host';
import { type Actor } from 'nestjs-drawbridge/oauth-provider';
import { type Scope } from 'nestjs-drawbridge/scopes';

/** Who administers the links on a request: a person at their browser, or an application in a person's name. */
export interface Administrator {
  readonly actor: Actor;
  /** The sign-in of a person at their browser; `null` for an application. */
  readonly person: SignedInPerson | null;
  /** The client id of the application that acts in the person's name; `null` for the person themselves. */
  readonly clientId: string | null;
  /** The highest scope they may give to a link. */
  readonly ceiling: Scope;
}

const administrators = new WeakMap<object, Administrator>();

/** Notes who administers on a request. Called by the guards, once they are sure. */
export function setAdministrator(request: object, administrator: Administrator): void {
  administrators.set(request, administrator);
}

/** @throws Error on a route that no guard of ours stands before */
export function administratorOf(request: object): Administrator {
  const administrator = administrators.get(request);
  if (!administrator) throw new Error('ApplicationLinksModule: this route has no guard that finds the administrator.');
  return administrator;
}
