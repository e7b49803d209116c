import { type ClientType, type Phrase, redirectUriProblem } from 'nestjs-drawbridge/oauth-provider';
import { isScope, SCOPES } from 'nestjs-drawbridge/scopes';
import { longestName } from '../links/link-name.js';
import { say } from '../words/link-words.js';
import { type FieldProblem } from './field-problem.js';

const clientTypes: readonly ClientType[] = ['confidential', 'public'];
const longestDescription = 2000;
/** The most redirect URLs of one link. */
export const mostRedirectUris = 20;
const highestVersion = 2_147_483_647;

// Control characters, halves of characters, line separators, and what reverses the direction of the text around it.
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const unfitForLines = /[\p{Cs}]|(?![\t\n\r])\p{Cc}/u;

/** What is wrong with the name of a link. */
export function nameProblem(value: unknown): Phrase | null {
  if (typeof value !== 'string' || value === '') return say('problem.name.none');
  if (value.length > longestName) return say('problem.name.long', { longest: longestName });
  return unfit.test(value) ? say('problem.name.unfit') : null;
}

/** What is wrong with a description. */
export function descriptionProblem(value: unknown): Phrase | null {
  if (typeof value !== 'string') return say('problem.description.noText');
  if (value.length > longestDescription) {
    return say('problem.description.long', { longest: longestDescription.toString() });
  }
  return unfitForLines.test(value) ? say('problem.description.unfit') : null;
}

/** What is wrong with a client type. */
export function clientTypeProblem(value: unknown): Phrase | null {
  return clientTypes.some((type) => type === value) ? null : say('problem.clientType');
}

/** What is wrong with a list of scopes. */
export function scopesProblem(value: unknown): Phrase | null {
  const known = SCOPES.join(', ');
  if (!Array.isArray(value) || value.length === 0) return say('problem.scopes.none', { known });
  const unknown = (value as readonly unknown[]).find((scope) => typeof scope !== 'string' || !isScope(scope));
  if (unknown === undefined) return null;
  return typeof unknown === 'string'
    ? say('problem.scopes.unknown', { scope: unknown.slice(0, 40), known })
    : say('problem.scopes.noText', { known });
}

/** What a redirect URI is judged by besides itself. */
interface RedirectUriContext {
  readonly clientType: unknown;
  readonly rules: { readonly allowInsecureHttp: boolean };
}

/** What is wrong with a list of redirect URIs: with the list, else with each of them. */
export function redirectUrisProblems(value: unknown, form: RedirectUriContext): readonly Omit<FieldProblem, 'field'>[] {
  const phrase = listProblem(value);
  if (phrase) return [{ phrase }];
  const uris = value as readonly string[];
  return uris.flatMap((uri, index) => {
    const problem = uris.indexOf(uri) < index ? say('problem.redirectUris.twice') : uriProblem(uri, form);
    return problem ? [{ phrase: problem, entry: { index, ...(uris.length > 1 && { value: uri }) } }] : [];
  });
}

function listProblem(value: unknown): Phrase | null {
  if (!Array.isArray(value)) return say('problem.redirectUris.noList');
  if (value.length === 0) return say('problem.redirectUris.none');
  if (value.length > mostRedirectUris) return say('problem.redirectUris.many', { most: mostRedirectUris });
  return value.every((uri) => typeof uri === 'string') ? null : say('problem.redirectUris.noText');
}

function uriProblem(uri: string, { clientType, rules: { allowInsecureHttp } }: RedirectUriContext): Phrase | null {
  return redirectUriProblem(uri, {
    clientType: clientType === 'public' ? 'public' : 'confidential',
    allowInsecureHttp,
  });
}

/** What is wrong with a yes or no. */
export function switchProblem(value: unknown): Phrase | null {
  return typeof value === 'boolean' ? null : say('problem.switch');
}

/** What is wrong with a yes or no that only a confidential application may have. */
const confidentialOnly =
  (why: Phrase) =>
  (value: unknown, { clientType }: { readonly clientType: unknown }): Phrase | null =>
    switchProblem(value) ?? (value === true && clientType === 'public' ? why : null);

/** What is wrong with allowing a plain code challenge. */
export const plainPkceProblem = confidentialOnly(say('problem.plainPkce.public'));

/** What is wrong with letting a link ask about every token. */
export const introspectionProblem = confidentialOnly(say('problem.introspection.public'));

/** What is wrong with the wish to remember consent. */
export const rememberConsentProblem = confidentialOnly(say('problem.rememberConsent.public'));

/** What is wrong with the version of a link that is to be changed. */
export function versionProblem(value: unknown): Phrase | null {
  const isVersion = Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= highestVersion;
  return isVersion ? null : say('problem.version');
}
