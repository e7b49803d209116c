import {
  type GrantIdentifier,
  type OAuthClient,
  type OAuthClientRepository,
  OAuthException,
} from '@jmondi/oauth2-server';
import { digestOf, sameDigest } from '../digest.js';
import { type PgTables } from '../pg/pg-tables.js';
import { scopes } from './jmondi.scopes.js';

/** The clients as the library wants them. */
export class JmondiClients implements OAuthClientRepository {
  constructor(private readonly tables: PgTables) {}

  async getByIdentifier(id: string): Promise<OAuthClient> {
    const client = await this.tables.client(id);
    if (!client?.enabled) throw OAuthException.invalidClient();
    return {
      id,
      name: id,
      secret: client.secret_digest,
      redirectUris: [client.redirect_uri],
      allowedGrants: ['authorization_code', 'refresh_token'],
      scopes: [...scopes],
    };
  }

  async isClientValid(grant: GrantIdentifier, client: OAuthClient, secret = ''): Promise<boolean> {
    return client.allowedGrants.includes(grant) && sameDigest(client.secret ?? '', digestOf(secret));
  }
}
