import { type Scope } from 'nestjs-drawbridge/scopes';

/** What went over the wire in one step of a trial, line by line; what proves somebody is cut short. */
export interface TrialStep {
  readonly name: 'authorize' | 'code' | 'exchange' | 'call' | 'revoke' | 'after';
  readonly request: readonly string[];
  readonly response: readonly string[];
  /** Whether it went as it should. */
  readonly isGood: boolean;
  /** What a call was let in with: the highest scope of its token, and as much of it as the person holds; `null` for nothing. */
  readonly admitted?: { readonly granted: Scope; readonly effective: Scope | null };
}

const shown = 8;

/** The beginning of a code, a token or a secret: enough to know it by, and no more use than that. */
export const cutShort = (secret: string): string => `${secret.slice(0, shown)}…`;

const secretNames = new Set([
  'access_token',
  'refresh_token',
  'code',
  'client_secret',
  'code_verifier',
  'token',
  'state',
]);

/** Names and values, a line each, as they may be shown. */
export function linesOf(values: object): readonly string[] {
  return Object.entries(values).map(([name, value]) => {
    const text = String(value);
    return `${name}: ${secretNames.has(name) ? cutShort(text) : text}`;
  });
}
