import { type AuthorizationServer, type JwtService, type RefreshTokenGrant } from '@jmondi/oauth2-server';
import { challenge, type Credentials, redirectUri } from '../../host/protocol.js';
import { type IssuedPair, PeerStore, type WantedSignIn } from '../peer-store.js';
import { type PgSeeding } from '../pg/pg-seeding.js';
import { newSecret } from '../random.js';
import { scopes } from './jmondi.scopes.js';

const day = 86_400_000;
const clientOf = (id: string) => ({ id, name: id, redirectUris: [], allowedGrants: [], scopes: [...scopes] });

/** Fills the tables, and has the library sign the tokens. */
export class JmondiStore extends PeerStore {
  constructor(
    private readonly seeding: PgSeeding,
    private readonly server: AuthorizationServer,
    private readonly jwt: JwtService,
  ) {
    super();
  }

  addClients = (clients: readonly Credentials[]) => this.seeding.addClients(clients);
  addPeople = (ids: readonly string[]) => this.seeding.addPeople(ids);
  analyze = () => this.seeding.analyze();

  async addSignIns(wanted: readonly WantedSignIn[]): Promise<readonly IssuedPair[]> {
    const [access, refresh] = [wanted.map(() => newSecret()), wanted.map(() => newSecret())];
    await this.seeding.addTokens(wanted, access, refresh);
    return Promise.all(wanted.map((one, index) => this.signed(one, access[index] ?? '', refresh[index] ?? '')));
  }

  async addCodes(wanted: readonly WantedSignIn[]): Promise<readonly string[]> {
    const codes = wanted.map(() => newSecret());
    await this.seeding.addCodes(wanted, codes);
    return Promise.all(wanted.map((one, index) => this.signedCode(one, codes[index] ?? '')));
  }

  private async signed({ clientId, userId }: WantedSignIn, accessToken: string, refreshToken: string) {
    const grant = this.server.getGrant<RefreshTokenGrant>('refresh_token');
    const expiry = new Date(Date.now() + day);
    const common = { accessToken, refreshToken, accessTokenExpiresAt: expiry, refreshTokenExpiresAt: expiry };
    const token = { ...common, client: clientOf(clientId), user: { id: userId }, scopes: [...scopes] };
    const { body } = await grant.makeBearerTokenResponse(token.client, token, token.scopes);
    return { access: String(body.access_token), refresh: String(body.refresh_token) };
  }

  private async signedCode({ clientId, userId }: WantedSignIn, code: string): Promise<string> {
    return this.jwt.sign({
      client_id: clientId,
      redirect_uri: redirectUri,
      auth_code_id: code,
      scopes: scopes.map(({ name }) => name),
      user_id: userId,
      expire_time: Math.floor((Date.now() + day) / 1000),
      code_challenge: challenge,
      code_challenge_method: 'S256',
    });
  }
}
