import { type ClientType, inEnglish, redirectUriProblem } from 'nestjs-drawbridge/oauth-provider';
import { isScope, SCOPES } from 'nestjs-drawbridge/scopes';
import { longestName } from '../links/link-name.js';

const clientTypes: readonly ClientType[] = ['confidential', 'public'];
const longestDescription = 2000;
const mostRedirectUris = 20;
const highestVersion = 2_147_483_647;

// Control characters, halves of characters, line separators, and what reverses the direction of the text around it.
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const unfitForLines = /[\p{Cs}]|(?![\t\n\r])\p{Cc}/u;

/** What is wrong with the name of a link. */
export function nameProblem(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return 'Give the application a name.';
  if (value.length > longestName) return `A name has at most ${longestName.toString()} characters.`;
  return unfit.test(value) ? 'A name is one line without control characters.' : null;
}

/** What is wrong with a description. */
export function descriptionProblem(value: unknown): string | null {
  if (typeof value !== 'string') return 'A description is text.';
  if (value.length > longestDescription) {
    return `A description has at most ${longestDescription.toString()} characters.`;
  }
  return unfitForLines.test(value) ? 'A description has no control characters.' : null;
}

/** What is wrong with a client type. */
export function clientTypeProblem(value: unknown): string | null {
  return clientTypes.some((type) => type === value) ? null : 'The client type is confidential or public.';
}

/** What is wrong with a list of scopes. */
export function scopesProblem(value: unknown): string | null {
  const known = `Choose from ${SCOPES.join(', ')}.`;
  if (!Array.isArray(value) || value.length === 0) return `Choose what the application may do. ${known}`;
  const unknown = (value as readonly unknown[]).find((scope) => typeof scope !== 'string' || !isScope(scope));
  if (unknown === undefined) return null;
  return typeof unknown === 'string' ? `There is no permission '${unknown.slice(0, 40)}'. ${known}` : known;
}

/** What is wrong with a list of redirect URIs. */
export function redirectUrisProblem(
  value: unknown,
  form: { readonly clientType: unknown; readonly rules: { readonly allowInsecureHttp: boolean } },
): string | null {
  if (!Array.isArray(value)) return 'Give the redirect URLs as a list.';
  if (value.length === 0) return 'Give at least one redirect URL.';
  if (value.length > mostRedirectUris) return `A link has at most ${mostRedirectUris.toString()} redirect URLs.`;
  const uris = value as readonly unknown[];
  if (!uris.every((uri): uri is string => typeof uri === 'string')) return 'Each redirect URL is text.';
  const repeated = uris.find((uri, index) => uris.indexOf(uri) !== index);
  if (repeated !== undefined) return `This redirect URL is there twice: ${shorten(repeated)}`;
  const clientType = form.clientType === 'public' ? 'public' : 'confidential';
  for (const uri of uris) {
    const problem = redirectUriProblem(uri, { clientType, allowInsecureHttp: form.rules.allowInsecureHttp });
    if (!problem) continue;
    return uris.length === 1 ? inEnglish(problem) : `${shorten(uri)}: ${inEnglish(problem)}`;
  }
  return null;
}

/** What is wrong with a yes or no. */
export function switchProblem(value: unknown): string | null {
  return typeof value === 'boolean' ? null : 'This is either true or false.';
}

/** What is wrong with a yes or no that only a confidential application may have. */
const confidentialOnly =
  (why: string) =>
  (value: unknown, { clientType }: { readonly clientType: unknown }): string | null =>
    switchProblem(value) ?? (value === true && clientType === 'public' ? why : null);

/** What is wrong with allowing a plain code challenge. */
export const plainPkceProblem = confidentialOnly(
  'A public application cannot send a plain challenge: its verifier is all the proof it has, and would be shown on the way.',
);

/** What is wrong with letting a link ask about every token. */
export const introspectionProblem = confidentialOnly(
  'A public application cannot ask about tokens: it has no secret to prove who it is.',
);

/** What is wrong with the wish to remember consent. */
export const rememberConsentProblem = confidentialOnly(
  'Consent is remembered for confidential applications only: a public one cannot prove that it is the one who asks.',
);

/** What is wrong with the version of a link that is to be changed. */
export function versionProblem(value: unknown): string | null {
  const isVersion = Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= highestVersion;
  return isVersion ? null : 'Name the version of the link that you saw, a whole number.';
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
