import { inShell } from './quoted.js';
import { type SnippetValues } from './snippet-values.js';

/** The values as variables of a shell; settings of containers and `.env` files take the same lines. */
export function environmentSnippet(values: SnippetValues): string {
  const variables: Readonly<Record<string, string | null>> = {
    WIKI_CLIENT_ID: values.clientId,
    WIKI_CLIENT_SECRET: values.clientSecret,
    WIKI_AUTHORIZE_URL: values.authorizeUrl,
    WIKI_TOKEN_URL: values.tokenUrl,
    WIKI_REDIRECT_URI: values.redirectUri,
    WIKI_SCOPE: values.scope,
  };
  return Object.entries(variables)
    .flatMap(([name, value]) => (value === null ? [] : [`export ${name}=${inShell(value)}\n`]))
    .join('');
}
