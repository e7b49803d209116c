import { type INestApplicationContext } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';
import { isScope, type Scope, SCOPES } from 'nestjs-drawbridge/scopes';
import { authorize } from './authorize.js';
import { linkFor } from './link-for.js';

/** For whom an application acts, and how far it may go. */
export interface ActingAs {
  /** The person's id, as the host's `Users` knows it. */
  readonly person: string;
  /** What the person agrees to; at least one. They can do no more than they may themselves. */
  readonly scopes: readonly Scope[];
  /** The client id of a link that exists. Default: a new link, with these scopes. */
  readonly link?: string;
}

/** An application that a person has let in. */
export interface ActingApplication {
  readonly clientId: string;
  readonly accessToken: string;
  /** Ready for supertest's `set`, for `fetch` and for Fastify's `inject`. */
  readonly headers: { readonly authorization: string };
}

/**
 * Lets an application in as a person would: a link, an authorization and tokens in the host's own database. Nothing is
 * bypassed, so the guards judge its calls as any other's, and every ending ends it.
 *
 * @throws Error when the person is unknown or may not sign in, when a scope is unknown, or when the link does not allow it
 */
export async function actingAs(
  app: Pick<INestApplicationContext, 'get'>,
  { person, scopes, link }: ActingAs,
): Promise<ActingApplication> {
  const unknown = scopes.find((scope) => !isScope(scope));
  if (scopes.length === 0 || unknown !== undefined)
    throw new Error(`actingAs: give at least one of the scopes ${SCOPES.join(', ')}; ${unknown ?? 'none'} was given.`);
  const found = await app.get(Users, { strict: false }).byId(person);
  if (!found)
    throw new Error(
      `actingAs: Users.byId knows nobody with the id "${person}". Give the id, not a name to sign in with.`,
    );
  if (!found.active) throw new Error(`actingAs: the person "${person}" is not active, so they can let nobody in.`);
  const credentials = await linkFor(app, scopes, link);
  const accessToken = await authorize(app, credentials, { userId: person, scopes });
  return { clientId: credentials.clientId, accessToken, headers: { authorization: `Bearer ${accessToken}` } };
}
