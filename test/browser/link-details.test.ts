import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { sqlite } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const hour = 3_600_000;
const hostile = 'Notes <img src=x onerror=alert(1)>&"\' עברית';

let wiki: RunningWiki;
let browser: TestBrowser;
let admin: HttpSession;
let writer: HttpSession;
let application: LinkedApplication;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite });
  browser = await TestBrowser.launch();
  writer = await new HttpSession(wiki.url).signIn('writer');
});
afterAll(async () => {
  await browser.close();
  await wiki.close();
});

beforeEach(async () => {
  admin = await new HttpSession(wiki.url).signIn('admin');
  application = await LinkedApplication.create(wiki.url, admin, { name: hostile, scopes: ['READ', 'WRITE'] });
  await look();
});
afterEach(async () => {
  expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  await page.context().close();
});

async function look(): Promise<void> {
  watched = await browser.open();
  page = watched.page;
  await signInAs(page, wiki.url, 'admin');
  await page.goto(`${wiki.url}/admin/application-links/${application.link.id}`);
}

const click = (name: string) => page.getByRole('link', { name, exact: true }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const sees = (text: string | RegExp) => page.getByText(text).first().waitFor({ timeout: 10_000 });
const figure = async (label: RegExp) =>
  page.locator('.db-figures > div', { hasText: label }).locator('dd').textContent();
const status = async (token: string) => (await call(wiki.url, token, '/rest/api/space')).status;

describe('an administrator', { timeout: 180_000 }, () => {
  afterEach(async () => {
    const administration = await Administration.of(admin);
    await administration.send('DELETE', `/rest/application-links/latest/links/${application.link.id}`);
  });

  it('rotates a secret and sees the old one fall silent', async () => {
    const tokens = await application.exchange(await application.codeFrom(writer));
    const other = await application.exchange(await application.codeFrom(writer));
    await click('Rotate secret');
    await sees('There is one secret, and the application uses it.');
    await judgePage(watched, 'rotation-settled');
    await click('Create new secret');
    await page.getByRole('radio', { name: /^In 7 days Both work until .* end the old one earlier/ }).check();
    await press('Create new secret');
    await sees('The new secret has not been used yet.');
    await judgePage(watched, 'rotation-put');
    await page
      .getByRole('row', { name: /^Older/ })
      .getByRole('link', { name: /End now/ })
      .click();
    await sees(/^Nobody has used the other secret so far/);
    await click('Cancel');
    await click('View credentials');
    const client_secret = await page.getByLabel('Client secret', { exact: true }).inputValue();
    expect(client_secret).not.toBe(application.link.clientSecret);

    expect((await application.refresh(String(tokens.body.refresh_token), { client_secret })).status).toBe(200);
    expect((await application.refresh(String(other.body.refresh_token))).status).toBe(200);
    await page.goto(`${wiki.url}/admin/application-links/${application.link.id}/secrets`);
    await sees(/^The new secret is in use, but so is an old one/);
    const older = page.getByRole('row', { name: /^Older/ });
    expect(await older.textContent()).toMatch(/127\.0\.0\.1|::1/);
    expect(await older.textContent()).toContain('node');
    await judgePage(watched, 'rotation-watch');

    wiki.clock.advance(hour + 1000);
    await page.goto(`${wiki.url}/admin/application-links/${application.link.id}/secrets`);
    await sees(/^The old secret has fallen silent/);
    await judgePage(watched, 'rotation-quiet');
    await click('End the old secret');
    await sees(/It was used last on .* That was from 1 place\./);
    await judgePage(watched, 'rotation-end');
    await press('End secret');
    await sees('A secret of “');
    await sees(/^Done: the application uses this secret/);
    expect(await page.getByRole('list', { name: 'Steps' }).locator('li:not(.db-step-done)').count()).toBe(0);
    await judgePage(watched, 'rotation-finished');
    const refused = await application.exchange(await application.codeFrom(writer));
    expect(refused.status).toBe(401);
  });

  it('deletes a link and is told what stops', async () => {
    const { accessToken } = await application.tokensFrom(writer);
    await application.tokensFrom(await new HttpSession(wiki.url).signIn('reader'), 'READ');
    await application.tokensFrom(writer);
    for (let count = 0; count < 12; count++) expect(await status(accessToken)).toBe(200);
    await page.reload();
    expect(await figure(/people who authorized it/i)).toBe('2');
    expect(await figure(/live sign-ins/i)).toBe('3');
    expect(await figure(/calls in the last 24 hours/i)).toBe('12');
    await click('Delete');
    expect(await figure(/people who authorized it/i)).toBe('2');
    expect(await figure(/live sign-ins/i)).toBe('3');
    expect(await figure(/calls in the last 24 hours/i)).toBe('12');
    await judgePage(watched, 'delete');
    await page.getByRole('textbox').fill('Notes');
    await press('Delete');
    await sees('This is not the name of the link.');
    expect(await page.getByRole('textbox').inputValue()).toBe('Notes');
    await judgePage(watched, 'delete-wrong-name');
    expect(await status(accessToken)).toBe(200);
    await page.getByRole('textbox').fill(`  ${hostile.toUpperCase().normalize('NFD')} `);
    await press('Delete');
    await sees(`The link “${hostile}” is deleted.`);
    expect(await status(accessToken)).toBe(401);
  });

  it('sees which routes are called and why requests are refused', async () => {
    const { accessToken } = await application.tokensFrom(writer, 'READ');
    for (let id = 1; id < 5; id++) await call(wiki.url, accessToken, `/rest/api/content/${id.toString()}`);
    await call(wiki.url, accessToken, '/rest/api/space', { method: 'POST', json: { key: 'NO', name: 'No' } });
    await call(wiki.url, accessToken, '/admin/application-links');
    await page.reload();
    const table = (name: string) => page.getByRole('table', { name });
    expect(await table('By route').getByRole('row').nth(1).textContent()).toBe('GET /rest/api/content/:id40');
    const reasons = await table('Why requests were refused').getByRole('rowheader').allTextContents();
    expect(reasons.map((reason) => reason.split(/(?<=\S) /)[0])).toHaveLength(2);
    expect(reasons.join()).toContain('The person did not agree to this');
    expect(reasons.join()).toContain('Closed to applications');
    expect(await page.getByRole('img').getAttribute('aria-label')).toContain('4 let in and 2 refused');
    await judgePage(watched, 'link-usage');
  });
});
