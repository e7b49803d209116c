import { actingAs } from 'nestjs-drawbridge/testing';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { Administration } from '../support/administration.js';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
const hostile = 'Notes <img src=x onerror=alert(1)>&"\' ' + 'name'.repeat(14);

let wiki: RunningWiki;
let browser: TestBrowser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  const administration = await Administration.of(await new HttpSession(wiki.url).signIn('admin'));
  const { clientId } = await administration.createLink({ name: hostile, scopes: ['READ', 'WRITE', 'ADMIN'] });
  const person = (await wiki.get(PeopleService).byUsername('writer')).id;
  await actingAs(wiki.app, { person, scopes: ['READ', 'WRITE', 'ADMIN'], link: clientId });
  browser = await TestBrowser.launch();
  watched = await browser.open();
  page = watched.page;
  await signInAs(page, wiki.url, 'admin');
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

const judge = (name: string) => judgePage(watched, `reach-${name}`);
const rowOf = (route: string) => page.getByRole('row').filter({ has: page.getByText(route, { exact: true }) });

describe('an administrator', { timeout: 120_000 }, () => {
  it('reads what applications can reach, and takes it along', async () => {
    await page.goto(`${wiki.url}/admin/application-links`);
    await page.getByRole('link', { name: 'What can applications reach?' }).click();
    await judge('all');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Export as CSV' }).click(),
    ]);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toContain('method,path,handler,kind,needs,decided_by,callable,reason,explanation');
    expect(
      await page.getByRole('heading', { name: `${(lines.length - 1).toString()} routes`, exact: true }).count(),
    ).toBe(1);
    await page.getByRole('link', { name: 'Closed', exact: true }).click();
    expect(await page.getByLabel('Needs').inputValue()).toBe('CLOSED');
  });

  it('P18 asks what one application can do for one person, and reads why not', async () => {
    await page.goto(`${wiki.url}/admin/application-links`);
    await page.getByRole('link', { name: hostile, exact: true }).click();
    await page.getByRole('link', { name: 'What can it reach?' }).click();
    expect(await page.getByLabel('Application', { exact: true }).locator('option:checked').textContent()).toBe(hostile);
    await page.getByLabel('For the person').selectOption('Will Writer');
    await page.getByRole('searchbox').fill('/rest/api/');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await rowOf('POST /rest/api/space').textContent()).toContain('Yes');
    expect(await rowOf('GET /rest/api/audit').textContent()).toContain('The person holds only Write.');
    expect(await rowOf('GET /rest/api/backup-restore/jobs').textContent()).toContain('not given System admin');
    await judge('person');
    await page.getByLabel('Answer').selectOption('Can be called');
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.getByText('The person holds only').count()).toBe(0);
  });

  it('finds nothing, and starts again', async () => {
    await page.getByRole('searchbox').fill('no such route');
    await page.getByRole('button', { name: 'Show' }).click();
    await judge('nothing');
    await page.getByRole('link', { name: 'Start again' }).click();
    expect(await page.getByLabel('Application', { exact: true }).inputValue()).toBe('');
  });

  it('leaves nothing for the browser to complain about', () => {
    expect(watched.faults).toEqual([]);
  });
});
