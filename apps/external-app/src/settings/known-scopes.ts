/** Permissions a wiki of this kind knows, the least first. */
export const knownScopes: readonly { scope: string; words: string }[] = [
  { scope: 'READ', words: 'read spaces and pages' },
  { scope: 'WRITE', words: 'create and change pages' },
  { scope: 'ADMIN', words: 'administer the wiki' },
  { scope: 'SYSTEM_ADMIN', words: 'run the system underneath' },
];

/** Whether what was given holds a permission, either by its name or by one above it. */
export function isGiven(given: readonly string[], scope: string): boolean {
  const from = knownScopes.findIndex((known) => known.scope === scope);
  return given.includes(scope) || (from >= 0 && knownScopes.slice(from).some((known) => given.includes(known.scope)));
}
