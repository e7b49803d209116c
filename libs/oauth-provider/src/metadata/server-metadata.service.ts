import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { type Scope, SCOPES } from 'nestjs-drawbridge/scopes';
import { type Endpoint, pathTo } from '../paths.js';
import {
  type ClientAuthenticationMethod,
  clientAuthenticationMethods,
  secretMethods,
} from '../token/client-credentials.js';
import { challengeMethods } from '../token/pkce.js';
import { TokenRequests } from '../token/token-requests.service.js';

/** What the authorization server says of itself (RFC 8414 §2, RFC 9207 §3). */
export interface ServerMetadataDocument {
  readonly issuer: string;
  readonly authorization_endpoint: string;
  readonly token_endpoint: string;
  readonly revocation_endpoint: string;
  readonly introspection_endpoint: string;
  readonly scopes_supported: readonly Scope[];
  readonly response_types_supported: readonly string[];
  readonly response_modes_supported: readonly string[];
  readonly grant_types_supported: readonly string[];
  readonly token_endpoint_auth_methods_supported: readonly ClientAuthenticationMethod[];
  readonly revocation_endpoint_auth_methods_supported: readonly ClientAuthenticationMethod[];
  readonly introspection_endpoint_auth_methods_supported: readonly ClientAuthenticationMethod[];
  readonly code_challenge_methods_supported: readonly string[];
  readonly authorization_response_iss_parameter_supported: boolean;
}

/** Describes the authorization server from what it is made of, so that the two cannot differ. */
@Injectable()
export class ServerMetadata {
  constructor(
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(TokenRequests) private readonly tokenRequests: TokenRequests,
  ) {}

  document(): ServerMetadataDocument {
    const at = (endpoint: Endpoint): string => this.baseUrl.at(pathTo(endpoint));
    return {
      issuer: this.baseUrl.get(),
      authorization_endpoint: at('authorize'),
      token_endpoint: at('token'),
      revocation_endpoint: at('revoke'),
      introspection_endpoint: at('introspect'),
      scopes_supported: SCOPES,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: this.tokenRequests.grantTypes,
      token_endpoint_auth_methods_supported: clientAuthenticationMethods,
      revocation_endpoint_auth_methods_supported: clientAuthenticationMethods,
      introspection_endpoint_auth_methods_supported: secretMethods,
      code_challenge_methods_supported: challengeMethods,
      authorization_response_iss_parameter_supported: true,
    };
  }
}
