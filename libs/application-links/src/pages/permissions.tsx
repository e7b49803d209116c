import { highestOf, type Scope, SCOPE_WORDS } from 'nestjs-drawbridge/scopes';

/** The permission that includes all the others a link has. */
export const Permissions = ({ scopes }: { scopes: readonly Scope[] }) => {
  const highest = highestOf(scopes);
  return <>{highest ? SCOPE_WORDS[highest].name : 'None'}</>;
};
