import { useProviderWords } from 'nestjs-drawbridge/oauth-provider';
import { highestOf, type Scope } from 'nestjs-drawbridge/scopes';
import { useWords } from '../words/link-words.js';

/** The permission that includes all the others a link has. */
export const Permissions = ({ scopes }: { scopes: readonly Scope[] }) => {
  const { text } = useWords();
  const provider = useProviderWords();
  const highest = highestOf(scopes);
  return <>{highest ? provider.text(`scope.${highest}.name`) : text('link.noPermission')}</>;
};
