import type { HtmlForm } from './html-form.js';
import { HttpPage } from './http-page.js';
import { directly, type Fetch } from './network.js';

/** What goes into a form's fields: a list sends the field once for each value, `null` leaves it out. */
export type Answers = Readonly<Record<string, string | readonly string[] | null>>;

/** A person at a browser without scripts: keeps cookies, follows redirects inside the wiki, fills and sends forms. */
export class HttpSession {
  readonly cookies = new Map<string, string>();

  /** @param base The wiki's address with its context path, without a trailing slash. */
  constructor(
    readonly base: string,
    private readonly reach: Fetch = directly,
  ) {}

  /** Signs in at the form of `/login`. The demo accounts' passwords equal their names. */
  async signIn(username: string, password = username): Promise<this> {
    const page = await this.submit((await this.get('/login')).form('password'), { username, password });
    if (page.status !== 200 || new URL(page.url).pathname.endsWith('/login'))
      throw new Error(`${username} could not sign in: ${page.status} at ${page.url}\n${page.text.slice(0, 2000)}`);
    return this;
  }

  /** Opens a path of the wiki, or an address. */
  get(path: string, headers: Record<string, string> = {}): Promise<HttpPage> {
    return this.request(path, { headers: { accept: 'text/html', ...headers } });
  }

  /** Sends a form with its own values changed by `answers`, by the button that says `button` or by the first one. */
  submit(form: HtmlForm, answers: Answers = {}, button?: string): Promise<HttpPage> {
    const kept = form.fields.filter(([name]) => !(name in answers));
    const given = Object.entries(answers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one): [string, string] => [name, one]),
    );
    const fields = new URLSearchParams(
      [...kept, ...given, ...form.button(button)].map(([name, value]) => [name, value]),
    );
    const target = new URL(form.action || this.current, this.current);
    if (form.method === 'GET') {
      target.search = fields.toString();
      return this.get(target.href);
    }
    const headers = { accept: 'text/html', origin: target.origin, 'sec-fetch-site': 'same-origin' };
    return this.request(target.href, { method: form.method, body: fields, headers });
  }

  /** Any request with this person's cookies. Redirects inside the wiki are followed unless `init.redirect` says `manual`. */
  async request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<HttpPage> {
    let url = path.startsWith('/') ? this.addressOf(path) : path;
    let next: RequestInit & { headers?: Record<string, string> } = init;
    for (let hops = 0; hops < 10; hops++) {
      const page = await this.once(url, next);
      const { location } = page;
      const isOurs = location?.origin === new URL(this.base).origin;
      if (page.status < 300 || page.status > 399 || !location || !isOurs || init.redirect === 'manual') return page;
      url = location.href;
      if (page.status !== 307 && page.status !== 308) next = { headers: { accept: init.headers?.accept ?? '*/*' } };
    }
    throw new Error(`Too many redirects; the last one leads to ${url}.`);
  }

  private current = '';

  private addressOf(path: string): string {
    const context = new URL(this.base).pathname.replace(/\/$/, '');
    return context && path.startsWith(`${context}/`) ? new URL(path, this.base).href : this.base + path;
  }

  private async once(url: string, init: RequestInit & { headers?: Record<string, string> }): Promise<HttpPage> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...init.headers, ...(cookie ? { cookie } : {}) };
    const response = await this.reach(url, { ...init, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    this.current = url;
    return new HttpPage(url, response.status, response.headers, await response.text());
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    const expires = /;\s*expires=([^;]+)/i.exec(line)?.[1];
    const isOver = /;\s*max-age=0\b/i.test(line) || (expires !== undefined && Date.parse(expires) <= Date.now());
    if (isOver || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
