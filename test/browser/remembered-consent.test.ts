import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { judgePage } from '../support/judge-page.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;

let wiki: RunningWiki;
let browser: TestBrowser;
let admin: WatchedPage;
let writer: WatchedPage;
let application: Server;
let home = '';
let authorizationUrl = '';
let codes = 0;

/** An application of one page: it sends people to the wiki, and greets them when they come back. */
function startApplication(): Promise<void> {
  application = createServer((request, response) => {
    const isBack = request.url?.startsWith('/callback') ?? false;
    if (isBack && request.url?.includes('code=')) codes++;
    const link = `<a href="${authorizationUrl.replaceAll('&', '&amp;')}">Sign in with the wiki</a>`;
    response.setHeader('Content-Type', 'text/html');
    response.end(`<!doctype html><title>Reading list</title>${isBack ? '<h1>Welcome back</h1>' : link}`);
  });
  return new Promise((resolve) => application.listen(0, '127.0.0.1', resolve));
}

/** How many codes the wiki has issued, whether or not they arrived. */
const issued = () => wiki.get(DataSource).manager.count('Family');

const signInAtApplication = async () => {
  await writer.page.goto(home);
  await writer.page.getByRole('link', { name: 'Sign in with the wiki' }).click();
};

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  browser = await TestBrowser.launch();
  [admin, writer] = [await browser.open(), await browser.open()];
  await startApplication();
  home = `http://localhost:${(application.address() as AddressInfo).port.toString()}`;
  await signInAs(admin.page, wiki.url, 'admin');
  await signInAs(writer.page, wiki.url, 'writer');
});

afterAll(async () => {
  await browser.close();
  application.close();
  await wiki.close();
});

describe('P17 a yes that is remembered', { timeout: 120_000 }, () => {
  it('is allowed by an administrator, for a confidential application only', async () => {
    const { page } = admin;
    await page.goto(`${wiki.url}/admin/application-links/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING`);
    await page.getByLabel('Name').fill('Reading list');
    await page.getByLabel('Redirect URL').fill(`${home}/callback`);
    await page.getByRole('radio', { name: /^Write/ }).check();
    await page.getByRole('radio', { name: /^Public/ }).check();
    await page.getByRole('checkbox', { name: /^Remember consent/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('for confidential applications only');
    await judgePage(admin, 'remember-consent-refused');
    await page.getByRole('radio', { name: /^Confidential/ }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/credentials/);
    const clientId = await page.getByRole('textbox', { name: 'Client ID' }).inputValue();
    await page.goto(page.url().replace(/\/credentials.*/, ''));
    expect(await page.getByText('Remembered in the browser it was given in').count()).toBe(1);
    await judgePage(admin, 'remember-consent-link');
    const asked = { client_id: clientId, redirect_uri: `${home}/callback`, response_type: 'code', scope: 'READ WRITE' };
    authorizationUrl = `${wiki.url}/rest/oauth2/latest/authorize?${new URLSearchParams(asked).toString()}`;
  });

  it('is told to the person before they give it', async () => {
    await signInAtApplication();
    expect(await writer.page.getByText('remembers it in this browser for 30 days').count()).toBe(1);
    await judgePage(writer, 'remember-consent-question');
    await writer.page.getByRole('button', { name: 'Allow' }).click();
    await writer.page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    expect(codes).toBe(1);
  });

  it('spares them the page the next time', async () => {
    await signInAtApplication();
    await writer.page.getByRole('heading', { name: 'Welcome back' }).waitFor();
    expect([writer.page.url().startsWith(`${home}/callback`), codes]).toEqual([true, 2]);
  });

  it('gives nothing to frames, images, scripts and prefetches of a page that the session is sent along for', async () => {
    const before = await issued();
    await writer.page.goto(home);
    const sent: string[] = [];
    writer.page.on('request', (request) => {
      if (request.url().startsWith(authorizationUrl)) sent.push(request.method());
    });
    await writer.page.evaluate(async (url) => {
      await fetch(url, { credentials: 'include', mode: 'no-cors' });
      await fetch(url, { credentials: 'include', mode: 'no-cors', method: 'HEAD' });
      const elements = [
        Object.assign(document.createElement('iframe'), { src: url }),
        Object.assign(document.createElement('img'), { src: url }),
        Object.assign(document.createElement('embed'), { src: url }),
        Object.assign(document.createElement('object'), { data: url }),
        Object.assign(document.createElement('link'), { rel: 'prefetch', href: url }),
      ];
      document.body.append(...elements);
    }, authorizationUrl);
    await expect.poll(() => sent.length).toBeGreaterThan(4);
    await writer.page.waitForLoadState('networkidle');
    expect(await issued()).toBe(before);
  });

  it('is shown in the profile, and gone when it is revoked', async () => {
    const { page } = writer;
    await page.goto(`${wiki.url}/profile/authorized-applications`);
    expect(await page.getByText('Your answer is remembered until').count()).toBe(1);
    await judgePage(writer, 'remember-consent-profile');
    await page.locator('summary', { hasText: 'Revoke Reading list' }).click();
    await page.getByRole('button', { name: 'Revoke Reading list' }).click();
    expect(await page.getByRole('status').textContent()).toContain('is out');
    await signInAtApplication();
    await page.getByRole('heading', { name: 'Let Reading list in?' }).waitFor();
    expect(codes).toBe(2);
  });

  it('is seen by the administrator in the events', async () => {
    await admin.page.reload();
    expect(await admin.page.getByText('an earlier yes was remembered').count()).toBe(1);
    await judgePage(admin, 'remember-consent-events');
  });

  it('leaves nothing for the browser to complain about but the hostile frames', () => {
    expect([...admin.faults, ...writer.faults].filter((fault) => !/status of 4\d\d|: Framing /.test(fault))).toEqual(
      [],
    );
  });
});
