import { Inject, Injectable } from '@nestjs/common';
import { isClientId } from '../clients/client-id.js';
import { ClientSecrets } from '../clients/client-secrets.service.js';
import { type Client } from '../clients/client.entity.js';
import { type KnownClient, KnownClients } from '../clients/known-clients.service.js';
import { type Sender } from '../browser/http-exchange.js';
import { OAuthError } from '../errors/oauth.error.js';
import { ProviderEvents } from '../events/provider-events.service.js';
import { Throttle } from '../throttle/throttle.service.js';
import { type ClientCredentials } from './client-credentials.js';

const unknown = (): OAuthError =>
  new OAuthError('invalid_client', 'The client ID is unknown or the secret is wrong.', 401);

const ended = (): OAuthError =>
  new OAuthError(
    'invalid_client',
    'This client secret has ended. Ask the administrator of the wiki for the current one.',
    401,
  );

const isInvalidClient = (error: unknown): boolean => error instanceof OAuthError && error.code === 'invalid_client';

/** How a client is looked up. */
export interface Authentication {
  /** As it was at any time after this moment suffices; by `performance.now()`. */
  readonly since?: number;
  /** Is done first, once it is known that the sender may try. */
  readonly before?: (() => Promise<unknown>) | undefined;
}

/** Proves who a client is. Uses nothing up: a wrong try leaves codes and tokens as they are. */
@Injectable()
export class ClientAuthenticator {
  constructor(
    @Inject(KnownClients) private readonly clients: KnownClients,
    @Inject(ClientSecrets) private readonly secrets: ClientSecrets,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
  ) {}

  /**
   * @param sender who sends the request; failures count for its network
   * @throws OAuthError `invalid_client` (401), or `unauthorized_client` once it is proven but disabled
   * @throws ThrottledError when this network failed too often
   */
  async authenticate(credentials: ClientCredentials, sender: Sender, how: Authentication = {}): Promise<Client> {
    const { address } = sender;
    const attempt = { kind: 'client-authentication', subject: credentials.clientId.slice(0, 64), address } as const;
    const client = await this.throttle.watch(attempt, () => this.identify(credentials, sender, how), isInvalidClient);
    if (!client.enabled) {
      throw new OAuthError('unauthorized_client', 'The administrator of the wiki has disabled this application link.');
    }
    return client;
  }

  private async identify(
    { clientId, secret }: ClientCredentials,
    sender: Sender,
    how: Authentication,
  ): Promise<Client> {
    await how.before?.();
    const known = isClientId(clientId) ? await this.clients.now(clientId, how.since) : null;
    try {
      if (!known) throw unknown();
      this.prove(known, secret, sender);
      return known.client;
    } catch (error) {
      // What it called itself is not told unless it is known: it may be a secret in the wrong place.
      const event = { type: 'client.authentication-failed', clientId: known?.client.id ?? null, details: {} } as const;
      if (isInvalidClient(error)) this.events.tell({ userId: null, address: sender.address }, event);
      throw error;
    }
  }

  private prove(known: KnownClient, secret: string | undefined, sender: Sender): void {
    if (known.client.type === 'public') {
      if (secret !== undefined)
        throw new OAuthError('invalid_client', 'A public client has no secret; send none.', 401);
      return;
    }
    if (secret === undefined) {
      throw new OAuthError('invalid_client', 'This client is confidential: send its client_secret, or use Basic.', 401);
    }
    const standing = this.secrets.standingOf(known.secrets, secret, sender);
    if (standing === null) throw unknown();
    if (standing === 'ended') throw ended();
  }
}
