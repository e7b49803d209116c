import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { Keyboard } from '../support/keyboard.js';
import { livedLink } from '../support/lived-links.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
const hostile = '"><img src=x onerror=alert(1)>{name}<b>';
const day = 86_400_000;

let wiki: RunningWiki;
let browser: TestBrowser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  const administration = await Administration.of(await new HttpSession(wiki.url).signIn('sysadmin'));
  const link = livedLink.bind(null, wiki, administration);
  const busy = Array.from({ length: 30 }, (_, ago) => [ago % 7 < 2 ? 4 : 40 + ((ago * 37) % 60), ago % 5] as const);
  await link({ name: 'Field notes', scopes: ['WRITE'] }, { usedAgo: 5 * 60_000, people: 3, usage: busy });
  await link({ name: 'Old exporter', scopes: ['READ'] }, { usedAgo: 90 * day, people: 1 });
  await link({ name: 'Forgotten pilot', scopes: ['SYSTEM_ADMIN'] });
  await link({ name: 'Phone reader', scopes: ['READ'], clientType: 'public' }, { usedAgo: 3 * day, people: 12 });
  await link({ name: 'Winter archive', scopes: ['ADMIN'] }, { usedAgo: 200 * day, disabled: true, people: 2 });
  await link({ name: 'Rotating robot' }, { usedAgo: 3_600_000, secretEndsIn: 2 * day, people: 1, usage: [[9, 0]] });
  await link({ name: 'Locked out' }, { usedAgo: 12 * day, secretEndsIn: null });
  await link({ name: hostile, redirectUris: [`https://app.example.com/${'a-long-path/'.repeat(9)}`] });
  await link({ name: 'مفكرة الميدان' }, { usedAgo: day });
  browser = await TestBrowser.launch();
  watched = await browser.open();
  page = watched.page;
  await signInAs(page, wiki.url, 'sysadmin');
}, 120_000);

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

const open = (query = '') => page.goto(`${wiki.url}/admin/application-links${query}`);
const names = () => page.locator('tbody th a').allTextContents();
const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name });

describe('an administrator', { timeout: 120_000 }, () => {
  it('P18 sees of each link what it may do, how it fares, who let it in and how it is used', async () => {
    await open();
    await judgePage(watched, 'link-list');
    const row = rowOf('Field notes');
    const cells = (await row.getByRole('cell').allTextContents()).map((text) => text.trim());
    expect(cells.slice(0, 3)).toEqual(['Write', 'Active', '3 people']);
    expect(cells[3]).toContain('5 minutes ago');
    expect(await row.getByRole('img').getAttribute('aria-label')).toMatch(/^1,\d{3} calls in 30 days, 60 refused$/);
    expect(await row.locator('time').first().getAttribute('title')).toMatch(/UTC$/);
    expect(await page.getByRole('link', { name: hostile, exact: true }).count()).toBe(1);
    expect(await rowOf('Rotating robot').textContent()).toContain('Secret ends within 2 days');
    expect(await rowOf('Locked out').textContent()).toContain('No secret left');
  });

  it('finds the links nobody uses any more', async () => {
    await open();
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Idle for 30 days or longer' });
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await names()).toEqual(['Old exporter', 'Winter archive']);
    await page.getByRole('link', { name: 'Last used' }).click();
    await page.getByRole('link', { name: 'Last used' }).click();
    expect(await names()).toEqual(['Winter archive', 'Old exporter']);
    expect(await page.getByRole('columnheader', { name: /^Last used/ }).getAttribute('aria-sort')).toBe('ascending');
    await page.getByRole('combobox', { name: 'Status' }).selectOption({ label: 'Never used' });
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await names()).toContain('Forgotten pilot');
    await judgePage(watched, 'link-list-never-used');
    const other = await browser.open();
    await signInAs(other.page, wiki.url, 'admin');
    await other.page.goto(page.url());
    expect(await other.page.locator('tbody th a').allTextContents()).toEqual(await names());
  });

  it('reads that nothing is found, and comes back to all links', async () => {
    await open(`?status=disabled&query=${encodeURIComponent(hostile)}`);
    expect(await page.getByText('No link with this status has').textContent()).toContain(hostile);
    await judgePage(watched, 'link-list-nothing-found');
    await page.getByRole('link', { name: 'Show all links' }).click();
    expect(await names()).toHaveLength(9);
  });

  it('goes from a link to whatever can be done to it', async () => {
    await open();
    await rowOf('Phone reader').getByText('More actions').click();
    const items = async (name: string) =>
      (
        await rowOf(name)
          .getByRole('listitem')
          .filter({ has: page.getByRole('link') })
          .allTextContents()
      ).map((text) => text.trim());
    expect(await items('Phone reader')).not.toContain('Rotate secret');
    await rowOf('Old exporter').getByText('More actions').click();
    expect(await items('Old exporter')).toEqual([
      ...['View credentials', 'View details', 'Edit', 'Rotate secret', 'Disable', 'Delete'],
    ]);
    await judgePage(watched, 'link-list-menu');
    await rowOf('Old exporter').getByRole('link', { name: 'Rotate secret' }).click();
    expect(page.url()).toMatch(/\/secrets$/);
  });

  it('sorts on a phone by a choice, for the heads of the columns are not there', async () => {
    const small = await browser.open({ viewport: { width: 390, height: 844 } });
    await signInAs(small.page, wiki.url, 'sysadmin');
    await small.page.goto(`${wiki.url}/admin/application-links`);
    await small.page.getByRole('combobox', { name: 'Sort by' }).selectOption({ label: 'Most people first' });
    await small.page.getByRole('button', { name: 'Search' }).click();
    expect(await small.page.locator('tbody th a').first().textContent()).toBe('Phone reader');
  });

  it('does all of it by keyboard, with scripts switched off', async () => {
    const { page: plain } = await browser.open({ javaScriptEnabled: false });
    await signInAs(plain, wiki.url, 'sysadmin');
    await plain.goto(`${wiki.url}/admin/application-links`);
    await plain.getByRole('searchbox').focus();
    await plain.keyboard.type('archive');
    await plain.keyboard.press('Enter');
    await plain.waitForURL(/query=archive/);
    expect(await plain.locator('tbody th a').allTextContents()).toEqual(['Winter archive']);
    await plain.getByRole('link', { name: 'Authorized by' }).focus();
    await plain.keyboard.press('Enter');
    await plain.waitForURL(/sort=-people/);
    await plain.locator('summary', { hasText: 'More actions' }).focus();
    await plain.keyboard.press('Space');
    await plain.keyboard.press('Tab');
    await plain.keyboard.press('Enter');
    await plain.waitForURL(/\/credentials$/);
  });

  it('reaches the filter and the heads of the columns with the tab key', async () => {
    await open();
    const keyboard = new Keyboard(page);
    for (const name of [/^Search links/, 'Status', 'Search', 'Application', /^Authorized by/, /^Last used/])
      await keyboard.to(name);
    await keyboard.follow(/^Created/);
    await page.waitForURL(/sort=-created/);
  });

  it('leaves nothing for the browser to complain about', () => {
    expect(watched.faults).toEqual([]);
  });
});
