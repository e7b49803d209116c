import { highestOf, type Scope, suffices, upTo } from 'nestjs-drawbridge/scopes';

/** How far a person may let an application go: every level up to the highest that it asks for. */
export function choices(asked: readonly Scope[]): readonly Scope[] {
  const highest = highestOf(asked);
  return highest ? upTo(highest) : [];
}

/** The scopes a yes gives: what was asked, as far as it was chosen. Never more than was asked. */
export function givenScopes(asked: readonly Scope[], chosen: Scope): readonly Scope[] {
  const given = asked.filter((scope) => suffices(chosen, scope));
  return given.length > 0 ? given : [chosen];
}
