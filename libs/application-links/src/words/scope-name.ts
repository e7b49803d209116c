import { type Phrase, providerWords } from 'nestjs-drawbridge/oauth-provider';
import { type Scope } from 'nestjs-drawbridge/scopes';

/** What a permission is called. */
export const scopeName =
  (scope: Scope): Phrase =>
  (reader) =>
    reader.text(providerWords, `scope.${scope}.name`);
