"""An application on requests-oauthlib: one line of JSON in, one out, for each step of the dance."""

import json
import os
import sys

os.environ["OAUTHLIB_INSECURE_TRANSPORT"] = "1"  # the wiki of the tests is on loopback

from requests_oauthlib import OAuth2Session


def read():
    return json.loads(sys.stdin.readline())


def answer(value):
    print(json.dumps(value), flush=True)


options = read()
secret = options.get("clientSecret")
session = OAuth2Session(options["clientId"], redirect_uri=options["redirectUri"], scope=options["scope"].split())
challenge, proof = {}, {}
if options["pkce"]:
    verifier = session._client.create_code_verifier(48)
    challenge = {
        "code_challenge": session._client.create_code_challenge(verifier, "S256"),
        "code_challenge_method": "S256",
    }
    proof = {"code_verifier": verifier}
url, _ = session.authorization_url(options["authorize"], **challenge)
answer({"url": url})

if options.get("authentication") == "Basic":
    credentials = {"client_secret": secret}
elif secret is None:
    credentials = {"include_client_id": True}
else:
    credentials = {"client_secret": secret, "include_client_id": True}
callback = read()["callback"]
answer(dict(session.fetch_token(options["token"], authorization_response=callback, **credentials, **proof)))

if options.get("authentication") == "Basic":
    credentials = {"auth": (options["clientId"], secret)}
else:
    credentials = {"client_id": options["clientId"], **({} if secret is None else {"client_secret": secret})}
answer(dict(session.refresh_token(options["token"], refresh_token=read()["refreshToken"], **credentials)))
