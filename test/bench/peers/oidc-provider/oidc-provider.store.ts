import { type Client, type Provider } from 'oidc-provider';
import { type Pool } from 'pg';
import { challenge, type Credentials, redirectUri } from '../../host/protocol.js';
import { type IssuedPair, PeerStore, type WantedSignIn } from '../peer-store.js';
import { type People } from './people.js';
import { PgAdapter } from './pg-adapter.js';

const scope = 'READ WRITE';

/** Has the library store what the benchmark begins with. */
export class OidcProviderStore extends PeerStore {
  private readonly clients = new Map<string, Client>();

  constructor(
    private readonly pool: Pool,
    private readonly provider: Provider,
    private readonly people: People,
  ) {
    super();
  }

  addPeople = (ids: readonly string[]) => this.people.add(ids);

  async addClients(clients: readonly Credentials[]): Promise<void> {
    const adapter = new PgAdapter(this.pool, 'Client');
    for (const { clientId, clientSecret } of clients) {
      await adapter.upsert(clientId, {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_post',
      });
      const client = await this.provider.Client.find(clientId);
      if (client) this.clients.set(clientId, client);
    }
  }

  async addSignIns(wanted: readonly WantedSignIn[]): Promise<readonly IssuedPair[]> {
    return Promise.all(
      wanted.map(async (one) => {
        const common = await this.granted(one);
        const token = new this.provider.AccessToken(common);
        const access = await token.save();
        const refreshToken = new this.provider.RefreshToken({ ...common, rotations: 0 });
        const refresh = await refreshToken.save();
        if (one.isEnded) await Promise.all([token.destroy(), refreshToken.destroy()]);
        return { access, refresh };
      }),
    );
  }

  async addCodes(wanted: readonly WantedSignIn[]): Promise<readonly string[]> {
    return Promise.all(
      wanted.map(async (one) => {
        const pkce = { codeChallenge: challenge, codeChallengeMethod: 'S256' };
        const code = new this.provider.AuthorizationCode({ ...(await this.granted(one)), redirectUri, ...pkce });
        return code.save();
      }),
    );
  }

  async analyze(): Promise<void> {
    await this.pool.query('ANALYZE');
  }

  private async granted({ clientId, userId: accountId }: WantedSignIn) {
    const client = this.clients.get(clientId);
    if (!client) throw new Error('There is no such client.');
    const grant = new this.provider.Grant({ accountId, clientId });
    grant.addOIDCScope(scope);
    return { client, accountId, grantId: await grant.save(), scope, gty: 'authorization_code' };
  }
}
