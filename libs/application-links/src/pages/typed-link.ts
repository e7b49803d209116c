import { fieldOf, type LifetimeName, lifetimeNames, type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { highestOf } from 'nestjs-drawbridge/scopes';
import { redirectUrisIn } from '../form/given-fields.js';
import { storedLifetime, typedLifetime, type TypedLifetime } from '../form/lifetime-field.js';
import { type ApplicationLink } from '../links/application-link.entity.js';

/** What stands in the fields of a link's form: as typed, or as stored. */
export interface TypedLink {
  readonly name: string;
  readonly redirectUris: readonly string[];
  readonly scope: string;
  readonly clientType: string;
  readonly pkceRequired: boolean;
  readonly plainPkceAllowed: boolean;
  readonly mayIntrospectAll: boolean;
  readonly lifetimes: Readonly<Record<LifetimeName, TypedLifetime>>;
  readonly rememberConsent: boolean;
  readonly description: string;
}

const forEachLifetime = (typed: (name: LifetimeName) => TypedLifetime): TypedLink['lifetimes'] =>
  Object.fromEntries(lifetimeNames.map((name) => [name, typed(name)])) as Record<LifetimeName, TypedLifetime>;

/** The form of a new link before anything was typed. */
export const untouched: TypedLink = {
  name: '',
  redirectUris: [],
  scope: 'READ',
  clientType: 'confidential',
  pkceRequired: false,
  plainPkceAllowed: false,
  mayIntrospectAll: false,
  lifetimes: forEachLifetime((name) => storedLifetime(null, name)),
  rememberConsent: false,
  description: '',
};

/** The form as somebody sent it. */
export function typedIn(body: unknown): TypedLink {
  return {
    name: fieldOf(body, 'name') ?? '',
    redirectUris: redirectUrisIn(body),
    scope: fieldOf(body, 'scope') ?? '',
    clientType: fieldOf(body, 'clientType') ?? '',
    pkceRequired: fieldOf(body, 'pkceRequired') === 'yes',
    plainPkceAllowed: fieldOf(body, 'plainPkceAllowed') === 'yes',
    mayIntrospectAll: fieldOf(body, 'mayIntrospectAll') === 'yes',
    lifetimes: forEachLifetime((name) => typedLifetime(body, name)),
    rememberConsent: fieldOf(body, 'rememberConsent') === 'yes',
    description: fieldOf(body, 'description') ?? '',
  };
}

/** The same with room for one more redirect URL. */
export function withOneMore(typed: TypedLink): TypedLink {
  return { ...typed, redirectUris: [...(typed.redirectUris.length === 0 ? [''] : typed.redirectUris), ''] };
}

/** The form of a link as it stands. */
export function storedIn({ description, client }: ApplicationLink, lifetimes: Lifetimes): TypedLink {
  const own = lifetimes.own(client);
  return {
    name: client.name,
    redirectUris: client.redirectUris,
    scope: highestOf(client.scopes) ?? '',
    clientType: client.type,
    pkceRequired: client.pkceRequired,
    plainPkceAllowed: client.plainPkceAllowed,
    mayIntrospectAll: client.mayIntrospectAll,
    lifetimes: forEachLifetime((name) => storedLifetime(own[name], name)),
    rememberConsent: client.rememberConsent,
    description,
  };
}
