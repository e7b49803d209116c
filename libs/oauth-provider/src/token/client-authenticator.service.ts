import { Inject, Injectable } from '@nestjs/common';
import { ClientSecrets } from '../clients/client-secrets.service.js';
import { type Client } from '../clients/client.entity.js';
import { Clients } from '../clients/clients.service.js';
import { OAuthError } from '../errors/oauth.error.js';
import { type ClientCredentials } from './client-credentials.js';

const clientIdForm = /^[0-9a-f]{32}$/;

const unknown = (): OAuthError =>
  new OAuthError('invalid_client', 'The client ID is unknown or the secret is wrong.', 401);

/** Proves who a client is. Uses nothing up: a wrong try leaves codes and tokens as they are. */
@Injectable()
export class ClientAuthenticator {
  constructor(
    @Inject(Clients) private readonly clients: Clients,
    @Inject(ClientSecrets) private readonly secrets: ClientSecrets,
  ) {}

  /** @throws OAuthError `invalid_client` (401), or `unauthorized_client` once it is proven but disabled. */
  async authenticate({ clientId, secret }: ClientCredentials): Promise<Client> {
    const client = clientIdForm.test(clientId) ? await this.clients.find(clientId) : null;
    if (!client) throw unknown();
    await this.prove(client, secret);
    if (!client.enabled) {
      throw new OAuthError('unauthorized_client', 'The administrator of the wiki has disabled this application link.');
    }
    return client;
  }

  private async prove(client: Client, secret: string | undefined): Promise<void> {
    if (client.type === 'public') {
      if (secret !== undefined)
        throw new OAuthError('invalid_client', 'A public client has no secret; send none.', 401);
      return;
    }
    if (secret === undefined) {
      throw new OAuthError('invalid_client', 'This client is confidential: send its client_secret, or use Basic.', 401);
    }
    if (!(await this.secrets.accepts(client.id, secret))) throw unknown();
  }
}
