import { SCOPE_WORDS, SCOPES } from 'nestjs-drawbridge/scopes';
import { type ServerMetadataDocument } from '../metadata/server-metadata.service.js';

/** How applications get in, as an OAuth 2.0 security scheme (OpenAPI 3.1 §4.8.27). */
export function securityScheme({ authorization_endpoint, token_endpoint }: ServerMetadataDocument) {
  return {
    type: 'oauth2',
    description: 'An external application in the name of the person who let it in, as far as both may go. Use PKCE.',
    flows: {
      authorizationCode: {
        authorizationUrl: authorization_endpoint,
        tokenUrl: token_endpoint,
        refreshUrl: token_endpoint,
        scopes: Object.fromEntries(
          SCOPES.map((scope) => [scope, `${SCOPE_WORDS[scope].title}. ${SCOPE_WORDS[scope].sentence}`]),
        ),
      },
    },
  };
}
