import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
const hostile = `"><img src=x onerror=alert(1)> <b>Notes</b> & {name}`;
const day = 86_400_000;

let wiki: RunningWiki;
let browser: TestBrowser;
let watched: WatchedPage;
let administration: Administration;
let writer: HttpSession;

async function letIn(name: string, scope = 'READ WRITE'): Promise<LinkedApplication> {
  const application = await LinkedApplication.of(wiki.url, administration, {
    name,
    scopes: ['READ', 'WRITE', 'ADMIN'],
  });
  await answerConsent(writer, application.authorizationUrl({ scope }), { scope: scope.split(' ').at(-1) });
  return application;
}

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  browser = await TestBrowser.launch();
  administration = await Administration.of(await new HttpSession(wiki.url).signIn('admin'));
  writer = await new HttpSession(wiki.url).signIn('writer');
  watched = await browser.open();
  await signInAs(watched.page, wiki.url, 'writer');
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

const open = (query = '') => watched.page.goto(`${wiki.url}/profile/authorized-applications${query}`);
const names = () => watched.page.locator('tbody th > bdi').allTextContents();

describe('a person who let applications in', { timeout: 240_000 }, () => {
  it('reads that they let none in', async () => {
    await open();
    await judgePage(watched, 'authorized-none');
    expect(await watched.page.getByText('No application may use the wiki in your name').count()).toBe(1);
  });

  it('P18 sees what each may do now, when it was used, and what has no effect', async () => {
    const used = await letIn(hostile);
    const { accessToken } = await used.tokensFrom(writer);
    expect((await call(wiki.url, accessToken, '/rest/api/space')).status).toBe(200);
    await letIn('Field Notes', 'READ ADMIN');
    const disabled = await letIn('Reading list');
    await administration.updateLink(disabled.link.id, { enabled: false });
    await open();
    await judgePage(watched, 'authorized');
    const { page } = watched;
    expect(await page.locator('main img, main b').count()).toBe(0);
    expect(new Set(await names())).toEqual(new Set([hostile, 'Field Notes', 'Reading list']));
    const notes = page.getByRole('row', { name: /Field Notes/ });
    expect(await notes.getByText('You allowed “Administer the wiki”').count()).toBe(1);
    const list = page.getByRole('row', { name: /Reading list/ });
    expect(await list.getByText('Disabled by an administrator').count()).toBe(1);
    expect(await list.getByText('Nothing now').count()).toBe(1);
  });

  it('withdraws what they let in, knowing what that means', async () => {
    await open();
    const { page } = watched;
    await page.locator('summary', { hasText: 'Revoke Field Notes' }).click();
    await page.getByText('Field Notes is turned away at once').waitFor();
    await judgePage(watched, 'authorized-revoking');
    await page.getByRole('button', { name: 'Revoke Field Notes' }).click();
    expect(await page.getByRole('status').textContent()).toContain('is out');
    expect(await names()).not.toContain('Field Notes');
  });

  it('thinks better of it, by keyboard alone', async () => {
    await open();
    const { page } = watched;
    const summary = page.locator('summary', { hasText: 'Revoke Reading list' });
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Reading list is turned away at once').waitFor();
    await page.keyboard.press('Escape');
    await page.getByText('Reading list is turned away at once').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await names()).toEqual([hostile]);
  });

  it('sees after months which of them they do not use', async () => {
    wiki.clock.advance(100 * day);
    await signInAs(watched.page, wiki.url, 'writer');
    await open();
    expect(await watched.page.getByText('Not used for 100 days').count()).toBe(1);
  });

  it('finds one of a hundred, without client script', async () => {
    writer = await new HttpSession(wiki.url).signIn('writer');
    administration = await Administration.of(await new HttpSession(wiki.url).signIn('admin'));
    for (let count = 1; count < 100; count++) await letIn(`Application ${count.toString().padStart(2, '0')}`);
    await open();
    await judgePage(watched, 'authorized-hundred');
    expect(await watched.page.getByText('100 applications').count()).toBe(1);

    const { page } = await browser.open({ javaScriptEnabled: false });
    await signInAs(page, wiki.url, 'writer');
    await page.goto(`${wiki.url}/profile/authorized-applications`);
    await page.getByLabel('Search by name').fill('application 4');
    await page.getByLabel('Sort by').selectOption('Application');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('tbody th > bdi').allTextContents()).toEqual(
      [...Array(10).keys()].map((last) => `Application 4${last.toString()}`),
    );
    await page.locator('summary', { hasText: 'Revoke Application 42' }).click();
    await page.getByRole('button', { name: 'Revoke Application 42' }).click();
    await page.getByText('The application is out').waitFor();
    expect(await page.locator('tbody tr').count()).toBe(9);
  });

  it('reads that none has such a name', async () => {
    await open(`?query=${encodeURIComponent(hostile + hostile)}`);
    await judgePage(watched, 'authorized-not-found');
    await watched.page.getByRole('link', { name: 'Show all of them' }).click();
    expect(await watched.page.locator('tbody tr').count()).toBe(99);
  });

  it('leaves nothing for the browser to complain about', () => {
    expect(watched.faults).toEqual([]);
  });
});
