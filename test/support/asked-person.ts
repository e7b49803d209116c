import { submitConsent } from './consent.js';
import type { HttpPage } from './http-page.js';
import type { HttpSession } from './http-session.js';
import type { LinkedApplication } from './linked-application.js';

/** What a browser says of somebody whom an application sends to a page. */
export const going = {
  'sec-fetch-mode': 'navigate',
  'sec-fetch-dest': 'document',
  'sec-fetch-site': 'cross-site',
} as const;

type Parameters = Readonly<Record<string, string | null>>;

/** A person at one application's requests, who may be sent on without being asked. */
export class AskedPerson {
  constructor(
    readonly session: HttpSession,
    readonly application: LinkedApplication,
  ) {}

  /** The answer to a request for authorization, its redirect not followed. */
  ask(parameters: Parameters = {}, headers: Record<string, string> = going, method = 'GET'): Promise<HttpPage> {
    const url = this.application.authorizationUrl(parameters).href;
    return this.session.request(url, { headers, method, redirect: 'manual' });
  }

  /** Says yes on the page, up to `scope` or as far as it suggests. */
  async sayYes(parameters: Parameters = {}, scope?: string): Promise<void> {
    const page = await this.ask({ prompt: 'consent', ...parameters });
    const { location, status } = await submitConsent(this.session, page, { scope });
    if (!location?.searchParams.has('code')) throw new Error(`The yes brought no code: ${status.toString()}.`);
  }

  /** The code that came without a question; `null` where the page was shown. */
  async unasked(parameters: Parameters = {}): Promise<string | null> {
    const { status, location, text } = await this.ask(parameters);
    const code = location?.searchParams.get('code');
    if (code) return code;
    if (status === 200 && text.includes('db-consent-title')) return null;
    throw new Error(`Neither a code nor the page: ${status.toString()} ${location?.href ?? text.slice(0, 500)}`);
  }

  /** The person's own authorization of the application, as JSON. */
  async authorization(): Promise<Record<string, unknown>> {
    const { results } = (await this.session.get('/rest/oauth2/latest/authorizations')).json();
    const own = (results as Record<string, unknown>[]).find((one) => one.clientId === this.application.link.clientId);
    if (!own) throw new Error('The person has let the application in not at all.');
    return own;
  }

  /** The scope of what came without a question. */
  async unaskedScope(parameters: Parameters = {}): Promise<unknown> {
    return (await this.application.exchange((await this.unasked(parameters)) ?? '')).body.scope;
  }
}
