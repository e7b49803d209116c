import { type Client } from '../clients/client.entity.js';
import { invalidRequest } from '../errors/oauth.error.js';
import { type FormParameters } from '../token/form-parameters.js';
import { isChallenge, isS256, isVerifier, s256Of } from '../token/pkce.js';

type PkceRules = Pick<Client, 'type' | 'pkceRequired' | 'plainPkceAllowed'>;

/**
 * The S256 challenge of a request, `null` where none was sent and none is required. A plain challenge, for clients that
 * may send one, is turned into the S256 challenge of the same verifier, so that only its digest is kept.
 *
 * @throws OAuthError `invalid_request` that says what to send
 */
export function codeChallengeOf(parameters: FormParameters, client: PkceRules): string | null {
  const challenge = parameters.get('code_challenge');
  const method = parameters.get('code_challenge_method');
  if (challenge === undefined && method === undefined) {
    if (!client.pkceRequired) return null;
    throw invalidRequest('This application must use PKCE: send code_challenge and code_challenge_method=S256.');
  }
  if (challenge === undefined) throw invalidRequest('The parameter code_challenge is missing.');
  if (method !== undefined && isS256(method)) return s256Challenge(challenge);
  if (!mayBePlain(client)) throw invalidRequest('The only code_challenge_method here is S256.');
  // RFC 7636 §4.3: no method means plain.
  if (method === undefined || method === 'plain') return plainChallenge(challenge);
  throw invalidRequest('The code_challenge_method of this application is S256 or plain.');
}

/** All the proof that a public client has is a verifier that only it knows; plain would show that to every onlooker. */
const mayBePlain = ({ type, plainPkceAllowed }: PkceRules): boolean => type === 'confidential' && plainPkceAllowed;

function s256Challenge(challenge: string): string {
  if (isChallenge(challenge)) return challenge;
  throw invalidRequest('The code_challenge is not the base64url form of a SHA-256: 43 characters.');
}

function plainChallenge(challenge: string): string {
  if (isVerifier(challenge)) return s256Of(challenge);
  throw invalidRequest('A plain code_challenge has 43 to 128 of the characters A-Z a-z 0-9 - . _ ~.');
}
