import { EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
const day = 86_400_000;
const hostile = '=Notes <img src=x onerror=alert(1)>&"\' ' + 'name'.repeat(12);
const [before, after] = ['https://old.example.com/callback', 'https://new.example.com/callback'];

let wiki: RunningWiki;
let browser: TestBrowser;
let watched: WatchedPage;
let page: Page;

/** A year of ordinary events around what happened to the link. */
async function fill(clientId: string, writerId: string) {
  const now = wiki.clock.now();
  const details = { scopes: ['READ', 'WRITE'], asked: ['READ', 'WRITE'], redirectUri: after };
  const ordinary = Array.from({ length: 120 }, (_, index) => ({
    type: index % 4 ? 'authorization.given' : 'authorization.ended',
    at: now - index * 3 * day - 7_000_000,
    actorId: writerId,
    userId: writerId,
    clientId,
    address: '2001:db8:85a3::8a2e:370:7334',
    details,
  }));
  await wiki.get(DataSource).manager.insert(EventRecord, ordinary);
}

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  const session = await new HttpSession(wiki.url).signIn('admin');
  const administration = await Administration.of(session);
  const gone = await administration.createLink({ name: 'Old Reports' });
  await administration.deleteLink(gone.id);
  const { id, clientId } = await administration.createLink({ name: hostile, redirectUris: [before] });
  await administration.updateLink(id, { redirectUris: [before, after], scopes: ['READ'] });
  const manager = wiki.get(DataSource).manager;
  await manager.update(EventRecord, { type: 'link.updated' }, { at: wiki.clock.now() - 6 * day });
  await fill(clientId, 'somebody-gone');
  browser = await TestBrowser.launch();
  watched = await browser.open({ timezoneId: 'Europe/Berlin' });
  page = watched.page;
  await signInAs(page, wiki.url, 'admin');
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

const judge = (name: string) => judgePage(watched, `audit-${name}`);
const rows = () => page.locator('.db-table-events tbody tr');

describe('an administrator', { timeout: 120_000 }, () => {
  it('finds who changed the redirect URL last week and exports it', async () => {
    await page.goto(`${wiki.url}/admin/application-links`);
    await page.getByRole('link', { name: 'Audit trail' }).click();
    await judge('all');
    await page.getByLabel('What happened').selectOption('Settings changed');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('link', { name: 'Last 7 days' }).click();
    expect(await rows().count()).toBe(1);
    const row = await rows().textContent();
    expect(row).toContain('Ada Admin');
    expect(row).toContain(`Redirect URLs: ${before} → ${before}, ${after}`);
    await judge('settings-changed');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^application-links-audit-[\d-]+-to-[\d-]+\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.trimEnd().split('\r\n')).toHaveLength(2);
    expect(text).toContain(`${before} → ${before}, ${after}`);
    await page.goto(`${wiki.url}/admin/application-links/audit?type=audit`);
    expect(await rows().first().textContent()).toContain('1 event as CSV');
  });

  it('asks for a deleted link by its name, and takes one filter away again', async () => {
    await page.goto(`${wiki.url}/admin/application-links/audit`);
    await page.getByLabel('Application link', { exact: true }).fill('old reports');
    await page.getByLabel('Person', { exact: true }).fill('admin');
    await page.getByLabel('Person', { exact: true }).press('Enter');
    expect(await rows().count()).toBe(2);
    await judge('deleted-link');
    await page.getByRole('link', { name: /Link: old reports/ }).click();
    expect(await page.getByLabel('Person', { exact: true }).inputValue()).toBe('admin');
    expect(await rows().count()).toBeGreaterThan(2);
  });

  it('comes from a link to all of its events, and goes through them page by page', async () => {
    await page.goto(`${wiki.url}/admin/application-links`);
    await page.getByRole('link', { name: hostile, exact: true }).click();
    await page.getByRole('link', { name: 'Show all events of this link' }).click();
    expect(await page.getByRole('link', { name: /Remove this filter/ }).textContent()).toContain(hostile);
    expect(await rows().count()).toBe(50);
    await page.getByRole('link', { name: 'Older', exact: true }).click();
    await judge('of-link-older');
    await page.getByRole('link', { name: 'Newest', exact: true }).click();
    expect(await page.getByRole('link', { name: 'Newer', exact: true }).count()).toBe(0);
  });

  it('finds nothing, and learns what was wrong with what they asked', async () => {
    await page.goto(`${wiki.url}/admin/application-links/audit?link=nothing+like+this&from=2026-01-01`);
    await judge('nothing');
    await page.goto(`${wiki.url}/admin/application-links/audit?person=admin`);
    await page.getByLabel('Address or network').fill('my office');
    await page.getByLabel('First day').fill('2026-11-30');
    await page.getByLabel('Last day').fill('2026-11-29');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await judge('refused');
    const address = page.getByRole('searchbox', {
      name: 'Address or network',
      description: /no address and no network/,
    });
    expect([await address.inputValue(), await address.getAttribute('aria-invalid')]).toEqual(['my office', 'true']);
    expect(await page.getByText('The last day is before the first.').count()).toBe(1);
    expect(await page.getByLabel('Person', { exact: true }).inputValue()).toBe('admin');
    expect(await page.getByRole('table').count()).toBe(0);
  });

  it('leaves nothing for the browser to complain about', () => {
    expect(watched.faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });
});

describe('an administrator without script, by keyboard alone', { timeout: 120_000 }, () => {
  it('filters the trail and takes it along', async () => {
    const plain = await browser.open({ javaScriptEnabled: false });
    await signInAs(plain.page, wiki.url, 'admin');
    await plain.page.goto(`${wiki.url}/admin/application-links/audit`);
    await plain.page.getByLabel('Application link', { exact: true }).focus();
    await plain.page.keyboard.type('OLD REP');
    await plain.page.keyboard.press('Enter');
    await plain.page.waitForURL(/link=OLD/);
    expect(await plain.page.locator('.db-table-events tbody tr').count()).toBe(2);
    await plain.page.getByRole('link', { name: 'Export as JSON Lines' }).focus();
    const [download] = await Promise.all([plain.page.waitForEvent('download'), plain.page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/\.jsonl$/);
    expect((await readFile(await download.path(), 'utf8')).trimEnd().split('\n')).toHaveLength(2);
  });
});
