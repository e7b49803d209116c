import { inPython } from './quoted.js';
import { type SnippetValues } from './snippet-values.js';

/** A sign-in with the standard library of Python. */
export function pythonSnippet(values: SnippetValues): string {
  const { clientId, clientSecret, authorizeUrl, tokenUrl, redirectUri, scope } = values;
  const proof =
    clientSecret === null ? '{"client_id": CLIENT_ID}' : '{"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}';
  return `import base64, hashlib, json, secrets, urllib.error, urllib.parse, urllib.request

CLIENT_ID = ${inPython(clientId)}
${clientSecret === null ? '' : `CLIENT_SECRET = ${inPython(clientSecret)}\n`}REDIRECT_URI = ${inPython(redirectUri)}

state = secrets.token_urlsafe(16)
verifier = secrets.token_urlsafe(32)
digest = hashlib.sha256(verifier.encode()).digest()
query = urllib.parse.urlencode({
    "response_type": "code",
    "client_id": CLIENT_ID,
    "redirect_uri": REDIRECT_URI,
    "scope": ${inPython(scope)},
    "state": state,
    "code_challenge": base64.urlsafe_b64encode(digest).rstrip(b"=").decode(),
    "code_challenge_method": "S256",
})
print("Open this address in a browser:")
print(${inPython(authorizeUrl)} + "?" + query, flush=True)
print("Paste the address that it takes you back to:", flush=True)
back = dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(input()).query))
if back.get("state") != state:
    raise SystemExit("This answers another question: the state differs.")
if "error" in back:
    raise SystemExit(back.get("error_description"))


def token(**parameters):
    body = urllib.parse.urlencode(dict(${proof}, **parameters)).encode()
    try:
        with urllib.request.urlopen(${inPython(tokenUrl)}, body) as response:
            return json.load(response)
    except urllib.error.HTTPError as error:
        raise SystemExit(json.load(error).get("error_description"))


tokens = token(grant_type="authorization_code", code=back["code"], redirect_uri=REDIRECT_URI, code_verifier=verifier)
print("Allowed: %s. The access token lives %d seconds." % (tokens["scope"], tokens["expires_in"]))

# Send it with each request, as the header: Authorization: Bearer <access token>
# When it has ended, the refresh token gets the next pair; keep what this answers.
tokens = token(grant_type="refresh_token", refresh_token=tokens["refresh_token"])
print("Refreshed.")
`;
}
