import { inJavaScript } from './quoted.js';
import { type SnippetValues } from './snippet-values.js';

/** A sign-in with what Node.js brings along. */
export function nodeSnippet(values: SnippetValues): string {
  const { clientId, clientSecret, authorizeUrl, tokenUrl, redirectUri, scope } = values;
  const proof = clientSecret === null ? 'client_id: clientId' : 'client_id: clientId, client_secret: clientSecret';
  return `import { createHash, randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';

const clientId = ${inJavaScript(clientId)};
${clientSecret === null ? '' : `const clientSecret = ${inJavaScript(clientSecret)};\n`}const redirectUri = ${inJavaScript(redirectUri)};

const state = randomBytes(16).toString('base64url');
const verifier = randomBytes(32).toString('base64url');
const address = new URL(${inJavaScript(authorizeUrl)});
address.search = new URLSearchParams({
  response_type: 'code',
  client_id: clientId,
  redirect_uri: redirectUri,
  scope: ${inJavaScript(scope)},
  state,
  code_challenge: createHash('sha256').update(verifier).digest('base64url'),
  code_challenge_method: 'S256',
}).toString();
console.log('Open this address in a browser:');
console.log(address.href);

const terminal = createInterface({ input: process.stdin, output: process.stdout });
const back = new URL(await terminal.question('Paste the address that it takes you back to:\\n'));
terminal.close();
if (back.searchParams.get('state') !== state) throw new Error('This answers another question: the state differs.');
if (back.searchParams.has('error')) throw new Error(back.searchParams.get('error_description'));

async function token(parameters) {
  const body = new URLSearchParams({ ${proof}, ...parameters });
  const response = await fetch(${inJavaScript(tokenUrl)}, { method: 'POST', body });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error_description);
  return answer;
}

let tokens = await token({
  grant_type: 'authorization_code',
  code: back.searchParams.get('code'),
  redirect_uri: redirectUri,
  code_verifier: verifier,
});
console.log(\`Allowed: \${tokens.scope}. The access token lives \${tokens.expires_in} seconds.\`);

// Send it with each request: { headers: { authorization: \`Bearer \${tokens.access_token}\` } }
// When it has ended, the refresh token gets the next pair; keep what this answers.
tokens = await token({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token });
console.log('Refreshed.');
`;
}
