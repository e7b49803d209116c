import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;

/** What this host says in languages of its own choice. */
const words = {
  de: { 'consent.title': '{name} hereinlassen?', 'consent.goesTo': 'Sie kommen dann zu', 'consent.allow': 'Erlauben' },
  ar: { 'consent.title': 'السماح بدخول {name}؟', 'consent.allow': 'السماح', 'consent.deny': 'رفض' },
};

let wiki: RunningWiki;
let browser: TestBrowser;
let application: LinkedApplication;

/** Somebody at a browser that asks for a language. */
async function reader(username: string, locale: string): Promise<WatchedPage> {
  const opened = await browser.open({ locale });
  await signInAs(opened.page, wiki.url, username);
  return opened;
}

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite!, config: { oauth: { words } } });
  browser = await TestBrowser.launch();
  const admin = await new HttpSession(wiki.url).signIn('admin');
  wiki.clock.advance(Date.UTC(2031, 5, 1, 22, 30) - wiki.clock.now());
  const later = await new HttpSession(wiki.url).signIn('admin');
  application = await LinkedApplication.create(wiki.url, later, { name: 'Field Notes', scopes: ['READ', 'WRITE'] });
  await admin.get('/');
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

describe('a person with a language of their own', { timeout: 120_000 }, () => {
  it('reads the consent page in German, with their own time zone', async () => {
    const watched = await reader('writer', 'en-GB');
    const { page } = watched;
    await page.goto(`${wiki.url}/profile`);
    await page.getByRole('link', { name: 'Language and time' }).click();
    await judgePage(watched, 'language-and-time');
    await page.getByLabel('Language').selectOption('Deutsch');
    await page.getByLabel('Time zone').selectOption('Europe/Berlin');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your choice is saved.').waitFor();
    await judgePage(watched, 'language-and-time-chosen');
    expect(await page.getByText('2. Juni 2031 um 00:').count()).toBe(1);
    await page.goto(application.authorizationUrl().href);
    await judgePage(watched, 'consent-in-german');
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Field Notes hereinlassen?');
    expect(await page.locator('dl time').textContent()).toBe('02.06.2031');
    expect(await page.getByRole('button', { name: 'Erlauben' }).count()).toBe(1);
    expect(watched.faults).toEqual([]);
  });

  it('keeps their choice in another browser, and gives it up again', async () => {
    const { page } = await reader('writer', 'en-US');
    await page.goto(application.authorizationUrl().href);
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.goto(`${wiki.url}/profile/language`);
    expect(await page.getByLabel('Time zone').inputValue()).toBe('Europe/Berlin');
    await page.getByLabel('Language').selectOption('As in my browser');
    await page.getByLabel('Time zone').selectOption('UTC');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your choice is saved.').waitFor();
    await page.goto(application.authorizationUrl().href);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('dl time').textContent()).toBe('Jun 1, 2031');
  });

  it('who writes from right to left finds the whole page that way round', async () => {
    const watched = await reader('reader', 'ar');
    const { page } = watched;
    await page.goto(application.authorizationUrl().href);
    await judgePage(watched, 'consent-right-to-left');
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await page.goto(`${wiki.url}/profile/authorized-applications`);
    await judgePage(watched, 'authorized-right-to-left');
    const [brand, menu] = await Promise.all(
      ['.w-brand', '.w-header-end'].map((part) => page.locator(part).boundingBox()),
    );
    expect(brand!.x).toBeGreaterThan(menu!.x);
    await page.goto(`${wiki.url}/profile`);
    expect(await page.locator('html').getAttribute('dir')).toBe('ltr');
    expect(watched.faults).toEqual([]);
  });
});
