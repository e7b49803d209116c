import { fieldOf, lifetimeNames } from 'nestjs-drawbridge/oauth-provider';
import { isScope, upTo } from 'nestjs-drawbridge/scopes';
import { secondsOf, typedLifetime } from './lifetime-field.js';
import { type GivenFields } from './link-form.js';

/** What a link is given, by anybody who gives it: the fields of its form. */
export const linkFields = [
  'name',
  'description',
  'clientType',
  'scopes',
  'redirectUris',
  'pkceRequired',
  'plainPkceAllowed',
  'mayIntrospectAll',
  ...lifetimeNames,
  'rememberConsent',
  'enabled',
  'version',
] as const satisfies readonly (keyof GivenFields)[];

/** The fields in a JSON body; whatever else it holds is left aside. */
export function fieldsOfJson(body: unknown): GivenFields {
  if (typeof body !== 'object' || body === null) return {};
  const fields = body as Record<string, unknown>;
  return Object.fromEntries(
    linkFields.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]),
  );
}

/** The fields of the page's form: redirect URLs one an input, empty ones left out, one permission that includes those below it. */
export function fieldsOfHtml(body: unknown): GivenFields {
  const scope = fieldOf(body, 'scope') ?? '';
  const version = fieldOf(body, 'version') ?? '';
  return {
    name: fieldOf(body, 'name') ?? '',
    description: (fieldOf(body, 'description') ?? '').replace(/\r\n?/g, '\n'),
    clientType: fieldOf(body, 'clientType'),
    scopes: isScope(scope) ? upTo(scope) : [],
    redirectUris: redirectUrisIn(body),
    pkceRequired: fieldOf(body, 'pkceRequired') === 'yes',
    plainPkceAllowed: fieldOf(body, 'plainPkceAllowed') === 'yes',
    mayIntrospectAll: fieldOf(body, 'mayIntrospectAll') === 'yes',
    ...Object.fromEntries(lifetimeNames.map((name) => [name, secondsOf(typedLifetime(body, name))])),
    rememberConsent: fieldOf(body, 'rememberConsent') === 'yes',
    version: /^\d{1,9}$/.test(version) ? Number(version) : undefined,
  };
}

/** The redirect URLs of the page's form, without the inputs that were left empty. */
export function redirectUrisIn(body: unknown): readonly string[] {
  const given = hasField(body, 'redirectUris') ? [(body as Record<string, unknown>).redirectUris].flat() : [];
  return given
    .filter((uri): uri is string => typeof uri === 'string')
    .map((uri) => uri.trim())
    .filter((uri) => uri !== '');
}

const hasField = (body: unknown, name: string): boolean =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, name);
