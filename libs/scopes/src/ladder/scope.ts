import { type Level } from 'nestjs-drawbridge/host';

/** What an application may be let in for. Each scope includes every one below it. */
export type Scope = Level;

/** The ladder, lowest first. A new scope is one line here. */
export const SCOPES: readonly Scope[] = ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'];

const heightOf = (scope: Scope): number => SCOPES.indexOf(scope);

/** Whether a text is the key of a scope. Keys are compared to the letter (RFC 6749 §3.3). */
export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** Whether somebody who holds `held` may do what needs `needed`. */
export function suffices(held: Scope, needed: Scope): boolean {
  return heightOf(held) >= heightOf(needed);
}

/** The highest of several scopes, or `null` of none. */
export function highestOf(scopes: readonly Scope[]): Scope | null {
  return scopes.reduce<Scope | null>((top, scope) => (top && suffices(top, scope) ? top : scope), null);
}

/** The lower of two; `null` as soon as one of them is missing. */
export function lowerOf(one: Scope | null, other: Scope | null): Scope | null {
  return one && other && (suffices(one, other) ? other : one);
}

/** Every scope up to and including this one, lowest first. */
export function upTo(scope: Scope): readonly Scope[] {
  return SCOPES.slice(0, heightOf(scope) + 1);
}

/** Sorts by height and drops repetitions, as scopes are stored and answered. */
export function inOrder(scopes: readonly string[]): readonly Scope[] {
  return SCOPES.filter((scope) => scopes.includes(scope));
}

/** The wire form: space separated, lowest first (RFC 6749 §3.3). */
export function formatScopes(scopes: readonly Scope[]): string {
  return inOrder(scopes).join(' ');
}

/** What a space separated list names: the scopes in it, and the first word that is none. */
export function parseScopes(text: string): { readonly scopes: readonly Scope[]; readonly unknown: string | null } {
  const words = text.split(' ').filter((word) => word !== '');
  return { scopes: inOrder(words), unknown: words.find((word) => !isScope(word)) ?? null };
}
