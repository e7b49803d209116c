import { invalidRequest, OAuthError } from '../errors/oauth.error.js';
import { type FormParameters } from './form-parameters.js';

/** Who a request to the token endpoint says it comes from. */
export interface ClientCredentials {
  readonly clientId: string;
  /** `undefined` where none was sent, as public clients do. */
  readonly secret: string | undefined;
}

/** How a client can say who it is, in the words of RFC 7591 §2. */
export type ClientAuthenticationMethod = 'client_secret_basic' | 'client_secret_post' | 'none';

/** The ways that are a proof. */
export const secretMethods = ['client_secret_basic', 'client_secret_post'] as const;

/** Every way; `none` is for public clients. */
export const clientAuthenticationMethods: readonly ClientAuthenticationMethod[] = [...secretMethods, 'none'];

/** RFC 6749 §2.3.1: both parts are form-urlencoded before they are joined. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return part;
  }
}

function fromBasic(encoded: string): ClientCredentials {
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0)
    throw new OAuthError('invalid_client', 'The Basic credentials cannot be read: base64 of id:secret.', 401);
  return { clientId: decodePart(text.slice(0, colon)), secret: decodePart(text.slice(colon + 1)) || undefined };
}

/**
 * Reads the client's credentials from the header or from the body, never from both (RFC 6749 §2.3).
 *
 * @throws OAuthError `invalid_request` when both or none were sent, `invalid_client` when they cannot be read.
 */
export function readCredentials(authorization: string | undefined, body: FormParameters): ClientCredentials {
  const basic = /^basic (.*)/i.exec(authorization ?? '')?.[1];
  if (basic !== undefined) {
    if (body.get('client_secret') !== undefined) {
      throw invalidRequest('The client authenticates by Basic or in the body, not by both.');
    }
    const credentials = fromBasic(basic);
    const named = body.get('client_id');
    if (named !== undefined && named !== credentials.clientId) {
      throw invalidRequest('The client_id in the body differs from the one in the Authorization header.');
    }
    return credentials;
  }
  const clientId = body.get('client_id');
  if (clientId === undefined) {
    throw new OAuthError('invalid_client', 'The client did not say who it is: send client_id, or use Basic.', 401);
  }
  return { clientId, secret: body.get('client_secret') };
}
