import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExternalApp } from './external-app.js';

const clientId = 'client-of-field-notes';
const clientSecret = 'a-secret-that-ends-with-wxyz';
const spokenTo = (server: Server): string => `http://localhost:${(server.address() as AddressInfo).port}`;
const listening = (server: Server): Promise<Server> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** The other side of the wire, small and under the test's thumb: it speaks as the wiki is documented to. */
class FakeWiki {
  readonly server = createServer((request, response) => void this.answer(request, response));
  readonly calls: string[] = [];
  given = 'READ WRITE';
  consent: 'allow' | 'deny' = 'allow';
  tokenTrouble: { status: number; error: string; description: string } | undefined;
  issuer: string | undefined;
  lifetimeSeconds = 3600;
  accessToken = '';
  refreshToken = '';
  revoked: string[] = [];
  secret: string | null = clientSecret;
  written: unknown[] = [];
  private challenge = '';
  private issued = 0;

  get base(): string {
    return `${spokenTo(this.server)}/confluence`;
  }

  count(call: string): number {
    return this.calls.filter((each) => each === call).length;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', this.base);
    const path = url.pathname.replace('/confluence', '');
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const call = `${request.method} ${path}`;
    this.calls.push(call);
    const json = (status: number, value: unknown, headers: Record<string, string> = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
    };
    if (path.endsWith('/authorize')) return this.authorize(url.searchParams, response);
    if (path.endsWith('/token')) return this.token(new URLSearchParams(body), json);
    if (path.endsWith('/revoke')) {
      this.revoked.push(new URLSearchParams(body).get('token') ?? '');
      return json(200, {});
    }
    this.api(call, request.headers.authorization, body, json);
  }

  private authorize(query: URLSearchParams, response: ServerResponse): void {
    expect(query.get('client_id')).toBe(clientId);
    expect(query.get('response_type')).toBe('code');
    expect(query.get('code_challenge_method')).toBe('S256');
    this.challenge = query.get('code_challenge') ?? '';
    const back = new URL(query.get('redirect_uri') ?? '');
    if (this.consent === 'allow') back.searchParams.set('code', 'the-code');
    else back.searchParams.set('error', 'access_denied');
    if (this.consent === 'deny') back.searchParams.set('error_description', 'Writer said <b>no</b>');
    back.searchParams.set('state', query.get('state') ?? '');
    back.searchParams.set('iss', this.issuer ?? this.base);
    response.writeHead(303, { location: back.href }).end();
  }

  private token(form: URLSearchParams, json: (status: number, value: unknown) => void): void {
    const trouble = this.tokenTrouble;
    if (trouble) return json(trouble.status, { error: trouble.error, error_description: trouble.description });
    expect(form.get('client_secret')).toBe(this.secret);
    if (form.get('grant_type') === 'authorization_code') {
      const verifier = form.get('code_verifier') ?? '';
      expect(createHash('sha256').update(verifier).digest('base64url')).toBe(this.challenge);
    } else if (form.get('refresh_token') !== this.refreshToken) {
      return json(400, { error: 'invalid_grant', error_description: 'This refresh token was already used.' });
    }
    this.issued += 1;
    this.accessToken = `access-${this.issued}`;
    this.refreshToken = `refresh-${this.issued}`;
    json(200, {
      access_token: this.accessToken,
      refresh_token: this.refreshToken,
      token_type: 'bearer',
      expires_in: this.lifetimeSeconds,
      scope: this.given,
      created_at: 1,
    });
  }

  private api(
    call: string,
    authorization: string | undefined,
    body: string,
    json: (status: number, value: unknown, headers?: Record<string, string>) => void,
  ): void {
    const refuse = (status: number, error: string, message: string, more = ''): void =>
      json(status, { statusCode: status, message, error }, { 'www-authenticate': `Bearer error="${error}"${more}` });
    if (authorization !== `Bearer ${this.accessToken}`) return refuse(401, 'invalid_token', 'The token has ended.');
    const lacks = (scope: string): boolean => !this.given.split(' ').includes(scope);
    const needs = { 'POST /rest/api/content': 'WRITE', 'GET /rest/api/audit': 'ADMIN' }[call];
    if (needs && lacks(needs)) return refuse(403, 'insufficient_scope', `This needs ${needs}.`, `, scope="${needs}"`);
    if (call === 'GET /rest/api/user/current') return json(200, { displayName: 'Wilma <Writer>', username: 'writer' });
    if (call === 'GET /rest/api/space') return json(200, { results: [{ id: 1, key: 'DEMO', name: 'Demo & more' }] });
    if (call === 'GET /rest/api/content') {
      const results = [
        { id: '7', title: 'First <page>', version: { number: 3 }, _links: { webui: '/pages/7' } },
        { id: '8', title: 'Trap', _links: { webui: 'javascript:alert(1)' } },
      ];
      return json(200, { results, _links: {} });
    }
    if (call === 'POST /rest/api/content') {
      this.written.push(JSON.parse(body));
      return json(200, { id: '9', title: (JSON.parse(body) as { title: string }).title, _links: {} });
    }
    json(403, { statusCode: 403, message: 'Not yours to see.' });
  }
}

/** A browser without script: cookies, redirects, and forms by their action. */
class Browser {
  private readonly jars = new Map<string, string>();
  url = '';
  status = 0;
  page = '';

  async open(address: string, init: RequestInit = {}): Promise<this> {
    const url = new URL(address);
    const cookie = this.jars.get(url.origin);
    const headers = { ...(init.headers as Record<string, string>), ...(cookie && { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    const [set] = response.headers.getSetCookie();
    if (set) this.jars.set(url.origin, set.split(';')[0] ?? '');
    const location = response.headers.get('location');
    if (location) return this.open(new URL(location, url).href);
    Object.assign(this, { url: url.href, status: response.status, page: await response.text() });
    return this;
  }

  cookies(origin: string): string | undefined {
    return this.jars.get(origin);
  }

  /** Submits a form that leads to the wiki, and returns where the wiki sends the browser, without going there. */
  async whereTo(action: string): Promise<string> {
    const headers = { cookie: this.cookies(new URL(this.url).origin) ?? '' };
    const body = new URLSearchParams({ ticket: this.ticket });
    const out = await fetch(new URL(action, this.url), { method: 'POST', headers, body, redirect: 'manual' });
    const back = await fetch(out.headers.get('location') ?? '', { redirect: 'manual' });
    return back.headers.get('location') ?? '';
  }

  private get ticket(): string {
    return /name="ticket" value="([^"]+)"/.exec(this.page)?.[1] ?? '';
  }

  submit(action: string, fields: Record<string, string | string[]> = {}): Promise<this> {
    const pairs = Object.entries({ ticket: this.ticket, ...fields }).flatMap(([name, value]) =>
      [value].flat().map((each) => [name, each]),
    );
    const body = new URLSearchParams(pairs);
    return this.open(new URL(action, this.url).href, { method: 'POST', body });
  }
}

let wiki: FakeWiki;
let app: Server;
let dataDir: string;
let time: number;
let person: Browser;

beforeEach(async () => {
  wiki = new FakeWiki();
  await listening(wiki.server);
  dataDir = mkdtempSync(join(tmpdir(), 'field-notes-'));
  time = Date.parse('2026-03-01T12:00:00Z');
  app = await listening(createExternalApp({ dataDir, now: () => time }));
  person = new Browser();
});

afterEach(async () => {
  await closed(app);
  if (wiki.server.listening) await closed(wiki.server);
  rmSync(dataDir, { recursive: true });
});

const address = (path: string): string => spokenTo(app) + path;

async function linkUp(): Promise<void> {
  await person.open(address('/settings'));
  const fields = { wikiUrl: `${wiki.base}/`, clientId, clientSecret, scopes: ['READ', 'WRITE'] };
  await person.submit('/settings', fields);
}

async function connect(): Promise<void> {
  await linkUp();
  await person.submit('/connect');
}

describe('linking to a wiki', () => {
  it('explains itself, then shows the redirect URL to paste into the wiki', async () => {
    expect((await person.open(address('/'))).page).toContain('Link to a wiki');
    expect((await person.open(address('/settings'))).page).toContain(`>${address('/callback')}</code`);
    expect(await (await fetch(address('/healthz'))).json()).toEqual({ status: 'ok', linked: false });
  });

  it('keeps the settings over a restart, for its owner only, and never shows the secret again', async () => {
    await linkUp();
    const file = join(dataDir, 'settings.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await closed(app);
    app = await listening(createExternalApp({ dataDir }));
    await person.open(address('/settings'));
    expect(person.page).toContain(clientId);
    expect(person.page).toContain('“wxyz”');
    expect(person.page).not.toContain(clientSecret);
  });

  it('keeps a saved secret only for the wiki and client ID it was given for', async () => {
    await linkUp();
    const saved = (): string =>
      (JSON.parse(readFileSync(join(dataDir, 'settings.json'), 'utf8')) as { clientSecret: string }).clientSecret;
    const same = { wikiUrl: wiki.base, clientId, clientSecret: '', scopes: 'READ' };
    await (await person.open(address('/settings'))).submit('/settings', same);
    expect(saved()).toBe(clientSecret);
    await (
      await person.open(address('/settings'))
    ).submit('/settings', { ...same, wikiUrl: 'https://elsewhere.example' });
    expect(saved()).toBe('');
  });

  it('says what is wrong with each field and saves nothing', async () => {
    await (
      await person.open(address('/settings'))
    ).submit('/settings', { wikiUrl: 'http://wiki.example.org', clientId: '' });
    expect(person.status).toBe(422);
    expect(person.page).toContain('Give an https address.');
    expect(person.page).toContain('Give the client ID');
    expect(person.page).toContain('Choose at least one permission.');
  });

  it('refuses a form without the ticket of its session', async () => {
    await (await person.open(address('/settings'))).submit('/settings', { ticket: 'forged', clientId });
    expect(person.status).toBe(403);
    expect(person.page).toContain('That form is no longer valid');
  });
});

describe('connecting', () => {
  it('shows my spaces and pages as text, and no token in page, cookie or address', async () => {
    await connect();
    expect(person.url).toBe(address('/notes'));
    expect(person.page).toContain('Wilma &lt;Writer&gt;');
    expect(person.page).toContain('Demo &amp; more');
    expect(person.page).toContain(`<a href="${wiki.base}/pages/7">First &lt;page&gt;</a>`);
    expect(person.page).not.toContain('href="javascript:');
    expect(`${person.page}${person.cookies(spokenTo(app))}${person.url}`).not.toMatch(/access-1|refresh-1/);
  });

  it('gives the session a new id', async () => {
    await linkUp();
    const before = person.cookies(spokenTo(app));
    await person.submit('/connect');
    expect(person.cookies(spokenTo(app))).not.toBe(before);
  });

  it('says so when the person declined', async () => {
    wiki.consent = 'deny';
    await connect();
    expect(person.status).toBe(403);
    expect(person.page).toContain('You did not let Field Notes in');
    expect(person.page).toContain('access_denied: Writer said &lt;b&gt;no&lt;/b&gt;');
    expect(person.page).toContain('Connect again');
  });

  it('does not take an answer whose state is not its own', async () => {
    await linkUp();
    await person.open(address('/callback?code=the-code&state=of-somebody-else'));
    expect(person.status).toBe(400);
    expect(person.page).toContain('This answer does not belong to you');
    expect(wiki.count('POST /rest/oauth2/latest/token')).toBe(0);
  });

  it('does not take an answer in the name of another wiki', async () => {
    wiki.issuer = 'https://another.example';
    await connect();
    expect(person.status).toBe(502);
    expect(person.page).toContain('iss');
    expect(wiki.count('POST /rest/oauth2/latest/token')).toBe(0);
  });

  it('points to the settings when the credentials are wrong', async () => {
    wiki.tokenTrouble = { status: 401, error: 'invalid_client', description: 'The secret does not match.' };
    await connect();
    expect(person.page).toContain('The wiki does not accept our credentials');
    expect(person.page).toContain('invalid_client: The secret does not match.');
    expect(person.page).toContain('href="/settings"');
  });

  it('connects without a secret as a public client', async () => {
    wiki.secret = null;
    await person.open(address('/settings'));
    await person.submit('/settings', { wikiUrl: wiki.base, clientId, clientSecret: '', scopes: 'READ' });
    await person.submit('/connect');
    expect(person.url).toBe(address('/notes'));
  });

  it('uses an answer once', async () => {
    await linkUp();
    const callback = new URL(await person.whereTo('/connect'));
    await person.open(callback.href);
    expect(person.url).toBe(address('/notes'));
    await person.open(callback.href);
    expect(person.status).toBe(400);
    expect(wiki.count('POST /rest/oauth2/latest/token')).toBe(1);
  });

  it('forgets the connection when the settings name another wiki', async () => {
    await connect();
    await person.open(address('/settings'));
    await person.submit('/settings', { wikiUrl: 'https://elsewhere.example', clientId, scopes: 'READ' });
    expect((await person.open(address('/notes'))).status).toBe(409);
  });

  it('gives the tokens back when it disconnects', async () => {
    await connect();
    await (await person.open(address('/connection'))).submit('/disconnect');
    expect(wiki.revoked).toEqual(['refresh-1']);
    expect((await person.open(address('/notes'))).page).toContain('Not connected');
  });
});

describe('working with the wiki', () => {
  it('creates a page out of plain text', async () => {
    await connect();
    await person.submit('/notes', { space: 'DEMO', title: 'Heron & reed', text: 'Two herons.\n\n<b>One</b> flew.' });
    expect(person.page).toContain('The wiki now has your page “Heron &amp; reed”.');
    const storage = { value: '<p>Two herons.</p><p>&lt;b&gt;One&lt;/b&gt; flew.</p>', representation: 'storage' };
    expect(wiki.written).toEqual([{ type: 'page', title: 'Heron & reed', space: { key: 'DEMO' }, body: { storage } }]);
  });

  it('says which permission was missing, and keeps what was typed', async () => {
    wiki.given = 'READ';
    await connect();
    await person.submit('/notes', { space: 'DEMO', title: 'Heron', text: 'Two herons.' });
    expect(person.status).toBe(403);
    expect(person.page).toContain('The wiki wants the permission WRITE for that');
    expect(person.page).toContain('HTTP 403 · insufficient_scope · This needs WRITE.');
    expect((await person.open(address('/notes'))).page).toContain('Two herons.');
  });

  it('shows for each level what the wiki answered and why', async () => {
    await connect();
    await (await person.open(address('/trials'))).submit('/trials');
    expect(person.page.match(/Let in/g)).toHaveLength(2);
    expect(person.page).toContain('It needs ADMIN, and Field Notes was not given that.');
    expect(person.page).toContain('Your own account at the wiki may not do this.');
    expect(person.page).toContain('Not yours to see.');
  });
});

describe('staying fresh', () => {
  const tokenCalls = (): number => wiki.count('POST /rest/oauth2/latest/token');

  it('refreshes a minute before the end, once for all requests of a session', async () => {
    await connect();
    time += 3539_000;
    await person.open(address('/notes'));
    expect(tokenCalls()).toBe(1);
    time += 2_000;
    await Promise.all(['/notes', '/notes', '/notes'].map((path) => person.open(address(path))));
    expect(tokenCalls()).toBe(2);
    expect(person.status).toBe(200);
  });

  it('refreshes now when asked to', async () => {
    await connect();
    await (await person.open(address('/connection'))).submit('/refresh');
    expect(person.page).toContain('Refreshed.');
    expect(wiki.refreshToken).toBe('refresh-2');
  });

  it('refreshes once when the wiki no longer knows the access token', async () => {
    await connect();
    wiki.accessToken = 'gone';
    await person.open(address('/notes'));
    expect(person.status).toBe(200);
    expect(tokenCalls()).toBe(2);
  });

  it('says that the wiki ended our access, and lets the person connect again', async () => {
    await connect();
    wiki.accessToken = wiki.refreshToken = 'revoked';
    await person.open(address('/notes'));
    expect(person.status).toBe(403);
    expect(person.page).toContain('invalid_grant: This refresh token was already used.');
    await person.open(address('/connection'));
    expect(person.page).toMatch(/The wiki ended our access: HTTP 401 .* On the refresh: invalid_grant/);
    expect(tokenCalls()).toBe(2);
    await person.submit('/connect');
    expect(person.url).toBe(address('/notes'));
    expect(person.status).toBe(200);
  });

  it('keeps the tokens while the wiki is out of order', async () => {
    await connect();
    time += 7200_000;
    wiki.tokenTrouble = { status: 503, error: 'temporarily_unavailable', description: 'The database is away.' };
    await person.open(address('/notes'));
    expect(person.status).toBe(503);
    expect(person.page).toContain('The database is away.');
    wiki.tokenTrouble = undefined;
    await person.open(address('/notes'));
    expect(person.status).toBe(200);
  });

  it('says that the wiki cannot be reached', async () => {
    await connect();
    await closed(wiki.server);
    await person.open(address('/notes'));
    expect(person.status).toBe(503);
    expect(person.page).toContain('connection refused');
  });
});

it('is found under one spelling of this machine only', async () => {
  const { port } = app.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/settings`, { redirect: 'manual' });
  expect(response.headers.get('location')).toBe(address('/settings'));
});

it('answers nonsense with a sentence, never with a fault of its own', async () => {
  await person.open(address('/settings'));
  for (const path of [
    '/nothing',
    '/callback',
    '/callback?state=a&state=b&code=1',
    '/notes?start=x&start=y',
    '/trials/x',
  ]) {
    expect((await person.open(address(path))).status, path).toBeLessThan(500);
  }
  await person.submit('/settings', { clientId: 'x'.repeat(200_000) });
  expect(person.status).toBe(413);
  expect(person.page).toContain('100 kB');
});

it('sends strict headers with every page, and lets forms lead to itself and the wiki only', async () => {
  await linkUp();
  const { headers } = await fetch(address('/settings'));
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " +
      `form-action 'self' ${spokenTo(wiki.server)}; frame-ancestors 'none'; base-uri 'none'`,
  );
  expect(headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Lax$/);
  expect(headers.get('cache-control')).toBe('no-store');
});
