import { inShell } from './quoted.js';
import { type SnippetValues } from './snippet-values.js';

/**
 * A sign-in in a POSIX shell. It stands in parentheses, so that a terminal reads all of it before any of it runs, and what is
 * pasted next is not taken for an answer.
 */
export function curlSnippet(values: SnippetValues): string {
  const { clientId, clientSecret, authorizeUrl, tokenUrl, redirectUri, scope } = values;
  const query = new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope });
  const proof =
    clientSecret === null
      ? `--data-urlencode ${inShell(`client_id=${clientId}`)}`
      : `--user ${inShell(`${clientId}:${clientSecret}`)}`;
  return `(
  state=$(openssl rand -hex 16)
  verifier=$(openssl rand -hex 32)
  challenge=$(printf %s "$verifier" | openssl dgst -sha256 -binary | openssl base64 -A | tr '+/' '-_' | tr -d '=')
  echo 'Open this address in a browser:'
  printf '%s\\n' ${inShell(`${authorizeUrl}?${query.toString()}`)}"&state=$state&code_challenge_method=S256&code_challenge=$challenge"
  echo 'Paste the address that it takes you back to:'
  read -r back
  case $back in *"state=$state"*) ;; *) echo 'This answers another question: the state differs.' >&2; exit 1 ;; esac
  code=$(printf %s "$back" | sed -n 's/.*[?&]code=\\([^&#]*\\).*/\\1/p')
  curl --silent --show-error ${inShell(tokenUrl)} \\
    ${proof} \\
    --data-urlencode 'grant_type=authorization_code' \\
    --data-urlencode "code=$code" \\
    --data-urlencode ${inShell(`redirect_uri=${redirectUri}`)} \\
    --data-urlencode "code_verifier=$verifier"
)
`;
}
