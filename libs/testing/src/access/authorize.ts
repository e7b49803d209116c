import { createHash, randomBytes } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { AuthorizationRequests, ConsentService, TokenRequests } from 'nestjs-drawbridge/oauth-provider';
import { highestOf, formatScopes, type Scope } from 'nestjs-drawbridge/scopes';
import { type LinkCredentials } from './link-for.js';

/** A person's yes. */
export interface Yes {
  readonly userId: string;
  readonly scopes: readonly Scope[];
}

/** The authorization code flow with PKCE, with the person's yes in the place of the page. Answers the access token. */
export async function authorize(
  app: Pick<INestApplicationContext, 'get'>,
  credentials: LinkCredentials,
  yes: Yes,
): Promise<string> {
  const verifier = randomBytes(32).toString('base64url');
  const code = await codeFor(app, credentials, yes, createHash('sha256').update(verifier).digest('base64url'));
  const { clientId, clientSecret, redirectUri } = credentials;
  const answer = await app.get(TokenRequests, { strict: false }).answer({
    method: 'POST',
    url: '/',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: {
      grant_type: 'authorization_code',
      client_id: clientId,
      ...(clientSecret === null ? {} : { client_secret: clientSecret }),
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
    },
  });
  return answer.access_token;
}

async function codeFor(
  app: Pick<INestApplicationContext, 'get'>,
  { clientId, redirectUri }: LinkCredentials,
  { userId, scopes }: Yes,
  challenge: string,
): Promise<string> {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: formatScopes(scopes),
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  const asked = await app.get(AuthorizationRequests, { strict: false }).check(query.toString());
  const question = { asked, person: { userId, sessionId: 'none' } };
  const actor = { userId, address: null };
  const chosen = highestOf(scopes) ?? 'READ';
  const location = await app.get(ConsentService, { strict: false }).allow(question, { chosen, browser: null }, actor);
  const code = new URL(location).searchParams.get('code');
  if (code === null) throw new Error(`actingAs: the authorization was answered without a code: ${location}`);
  return code;
}
