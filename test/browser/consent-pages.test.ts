import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop, TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
const hostile = `"><img src=x onerror=alert(1)> <b>Notes</b> & {name}`;

let wiki: RunningWiki;
let browser: TestBrowser;
let watched: WatchedPage;
let application: LinkedApplication;

/** Where the browser is sent back to by what `press` does; nobody is there. */
async function sentBack({ page }: WatchedPage, press: () => Promise<unknown>): Promise<URLSearchParams> {
  const back = page.waitForRequest((request) => request.url().startsWith(application.link.redirectUri));
  await press();
  return new URL((await back).url()).searchParams;
}

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  browser = await TestBrowser.launch();
  const admin = await new HttpSession(wiki.url).signIn('admin');
  application = await LinkedApplication.create(wiki.url, admin, {
    name: hostile,
    scopes: ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'],
    rememberConsent: true,
  });
  watched = await browser.open();
  await signInAs(watched.page, wiki.url, 'writer');
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

describe('a person who is asked by an application', { timeout: 120_000 }, () => {
  const ask = (scope: string) => watched.page.goto(application.authorizationUrl({ scope }).href);

  it('P18 reads who asks, where they are sent, who linked it, and that some of it has no effect', async () => {
    await ask('READ WRITE ADMIN');
    await judgePage(watched, 'consent');
    const { page } = watched;
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Let ${hostile} in?`);
    expect(await page.title()).toContain(hostile);
    const facts = (await page.locator('dl').textContent()) ?? '';
    expect(facts).toContain('app.example.com');
    expect(facts).toContain('Ada Admin, on ');
    expect(await page.getByText('No effect').count()).toBe(1);
    expect(await page.locator('main img[src="x"], main b').count()).toBe(0);
  });

  it('sees what the permission includes that they choose', async () => {
    const included = () => watched.page.getByText('Included', { exact: true }).filter({ visible: true }).count();
    const counts: number[] = [];
    for (const choice of [/^View content/, /^Create, update/, /^Administer the wiki/]) {
      await watched.page.getByRole('radio', { name: choice }).check();
      counts.push(await included());
    }
    expect(counts).toEqual([0, 1, 2]);
  });

  it('has question and answer in sight at once, whatever is asked for', async () => {
    await watched.page.setViewportSize({ width: 1200, height: 850 });
    await ask('READ WRITE ADMIN SYSTEM_ADMIN');
    for (const button of ['Allow', 'Deny']) {
      const box = await watched.page.getByRole('button', { name: button }).boundingBox();
      expect((box?.y ?? Infinity) + (box?.height ?? 0)).toBeLessThan(850);
    }
    await watched.page.setViewportSize(desktop);
  });

  it('reads one permission where there is but one', async () => {
    await ask('READ');
    await judgePage(watched, 'consent-of-one-permission');
    expect(await watched.page.getByRole('radio').count()).toBe(0);
    expect(await watched.page.getByRole('heading', { name: 'It asks to' }).count()).toBe(1);
  });

  it('reads why the page is there again', async () => {
    await ask('READ WRITE');
    await watched.page.locator('input[name="ticket"]').evaluate((input) => input.setAttribute('value', 'x'));
    await watched.page.getByRole('button', { name: 'Allow' }).click();
    await judgePage(watched, 'consent-again');
    expect(await watched.page.getByRole('status').textContent()).toContain('Something changed');
  });

  it('gives less than was asked for, by keyboard alone', async () => {
    await ask('READ WRITE');
    const { keyboard } = watched.page;
    await watched.page.getByRole('radio', { checked: true }).focus();
    await keyboard.press('ArrowUp');
    await keyboard.press('Tab');
    const code = (await sentBack(watched, () => keyboard.press('Enter'))).get('code') ?? '';
    expect((await application.exchange(code)).body.scope).toBe('READ');
  });

  it.each([
    ['no', 'Deny', 'error'],
    ['yes', 'Allow', 'code'],
  ])('says %s without client script', async (_, button, parameter) => {
    const withoutScript = await browser.open({ javaScriptEnabled: false });
    const { page, faults } = withoutScript;
    await signInAs(page, wiki.url, 'reader');
    await page.goto(application.authorizationUrl({ scope: 'READ WRITE' }).href);
    const sent = await sentBack(withoutScript, () => page.getByRole('button', { name: button }).click());
    expect([...sent.keys()]).toContain(parameter);
    expect(faults).toEqual([]);
  });

  it('leaves nothing for the browser to complain about', () => {
    expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  });
});

describe('a person who is sent here by a faulty application', { timeout: 120_000 }, () => {
  const faults = [
    ['no-application', { client_id: null }, 'did not say who it is'],
    ['unknown-application', { client_id: '0'.repeat(32) }, 'is not linked to this wiki'],
    ['no-address', { redirect_uri: null }, 'did not say where you should be sent'],
    ['wrong-address', { redirect_uri: `https://evil.example/${hostile}` }, 'not registered for it'],
  ] as const;

  it.each(faults)('P18 reads a page, and is sent nowhere: %s', async (subject, parameters, text) => {
    const { page } = watched;
    const url = application.authorizationUrl(parameters).href;
    await page.goto(url);
    expect(page.url()).toBe(url);
    expect(await page.getByText(text).count()).toBe(1);
    await page.locator('summary', { hasText: 'For the developer' }).click();
    await judgePage(watched, `error-${subject}`);
    expect(await page.locator('main img, main b').count()).toBe(1); // the wiki's own mark
  });

  it('hands its developer the cause', async () => {
    const { page } = watched;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(application.authorizationUrl({ redirect_uri: 'https://evil.example/cb' }).href);
    await page.locator('summary', { hasText: 'For the developer' }).click();
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied to the clipboard').waitFor({ state: 'attached' });
    expect((await page.evaluate(() => navigator.clipboard.readText())).split('\n')).toEqual([
      'invalid_request: The redirect_uri is not registered. It must match a registered one to the letter.',
      'parameter: redirect_uri',
      `client_id: ${application.link.clientId}`,
      'redirect_uri: https://evil.example/cb',
    ]);
  });

  it('leaves nothing for the browser to complain about but the answer itself', () => {
    expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  });
});
