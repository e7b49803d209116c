import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { TestBrowser } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const hostile = 'Tried <img src=x onerror=alert(1)>&"\' \u05e2\u05d1\u05e8\u05d9\u05ea';

let wiki: RunningWiki;
let browser: TestBrowser;
let credentials: string;

beforeAll(async () => {
  wiki = await startWiki({ database: databases[0]!, contextPath: '/confluence' });
  browser = await TestBrowser.launch();
  const administration = await Administration.of(await new HttpSession(wiki.url).signIn('sysadmin'));
  const { id } = await administration.createLink({ name: hostile, scopes: ['READ', 'WRITE', 'ADMIN'] });
  credentials = `${wiki.url}/admin/application-links/${id}/credentials`;
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

describe('an administrator', { timeout: 180_000 }, () => {
  it.each([true, false])('tries the link and sees each step, with a script: %s', async (javaScriptEnabled) => {
    const watched = await browser.open({ javaScriptEnabled });
    const { page, faults } = watched;
    page.setDefaultTimeout(15_000);
    await signInAs(page, wiki.url, 'admin');
    await page.goto(credentials);
    await page.getByRole('link', { name: 'Try it' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(`Try ${hostile}`);
    if (javaScriptEnabled) await judgePage(watched, 'trial');
    await page.getByRole('button', { name: 'Begin' }).focus();
    await page.keyboard.press('Enter');
    const allow = page.getByRole('button', { name: /^Allow/ });
    await allow.waitFor();
    await page.getByRole('radio', { name: /Create, update/ }).check();
    await allow.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The same call once more' }).waitFor();
    expect(await page.locator('.db-badge-success').count()).toBe(6);
    expect(await page.getByText('effective: WRITE').count()).toBe(1);
    expect(await page.getByRole('status').textContent()).toContain('its call was let in with “Write”');
    if (javaScriptEnabled) await judgePage(watched, 'trial-done');
    await page.reload();
    expect(await page.getByRole('status').textContent()).toContain('This trial is over');
    expect(faults.filter((fault) => !/status of 400/.test(fault))).toEqual([]);
  });

  it('reads at which step a no ends it', async () => {
    const watched = await browser.open();
    const { page } = watched;
    page.setDefaultTimeout(15_000);
    await signInAs(page, wiki.url, 'admin');
    await page.goto(credentials.replace('/credentials', '/try'));
    await page.getByRole('button', { name: 'Begin' }).click();
    await page.getByRole('button', { name: /^Deny/ }).click();
    await page.getByText('error: access_denied').waitFor();
    expect(await page.getByRole('status').textContent()).toContain('did not go through to the end');
    await judgePage(watched, 'trial-denied');
    await page.getByRole('link', { name: 'Try again' }).click();
    await page.getByRole('button', { name: 'Begin' }).waitFor();
  });
});
