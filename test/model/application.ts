import { createHash } from 'node:crypto';
import { answerConsent } from '../support/consent.js';
import type { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { sendRaw } from '../support/raw-request.js';
import type { Level, Proof } from './link.model.js';
import type { World } from './world.js';

const verifier = 'v'.repeat(43);
const code_challenge = createHash('sha256').update(verifier).digest('base64url');

const proofs: Readonly<Record<Proof, Record<string, string>>> = {
  right: { code_verifier: verifier },
  'wrong verifier': { code_verifier: 'w'.repeat(43) },
  'no verifier': {},
  'other redirect URI': { code_verifier: verifier, redirect_uri: 'https://app.example.com/other' },
};

/** The application of a link, with every secret it was ever given. */
export class Application {
  private constructor(
    private readonly application: LinkedApplication,
    readonly secrets: { readonly id: string; readonly text: string }[],
  ) {}

  static async create(world: World): Promise<Application> {
    const application = await LinkedApplication.of(world.wiki.url, world.administration);
    const { id, clientSecret } = application.link;
    const credentials = await world.change('GET', `/rest/application-links/latest/links/${id}/credentials`);
    const [first] = (JSON.parse(credentials) as { secrets: { id: string }[] }).secrets;
    return new Application(application, [{ id: first?.id ?? '', text: clientSecret }]);
  }

  get link() {
    return this.application.link;
  }

  async codeFrom(person: HttpSession, asked: Level, chosen: Level): Promise<string> {
    const pkce = { code_challenge, code_challenge_method: 'S256' };
    const url = this.application.authorizationUrl({ scope: asked === 'WRITE' ? 'READ WRITE' : 'READ', ...pkce });
    return (await answerConsent(person, url, { scope: chosen })).searchParams.get('code') ?? '';
  }

  exchange(code: string, secret: number, proof: Proof) {
    return this.application.exchange(code, { ...this.proven(secret), ...proofs[proof] });
  }

  refresh(refreshToken: string, secret: number, scope: Level | null) {
    return this.application.refresh(refreshToken, { ...this.proven(secret), ...(scope ? { scope } : {}) });
  }

  revoke(token: string, secret: number) {
    return this.application.revoke(token, this.proven(secret));
  }

  /** What it hears when it would change something. */
  async write(accessToken: string): Promise<number> {
    const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
    const post = { method: 'POST', target: '/rest/api/content', headers, body: Buffer.from('{}') } as const;
    return (await sendRaw(this.application.wiki, post)).status;
  }

  private proven(secret: number) {
    return { client_secret: this.secrets[secret]?.text ?? '' };
  }
}
