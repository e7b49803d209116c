import { Changes, Client, Grants, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import type { Page } from 'playwright-core';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { judgePage } from '../support/judge-page.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
const hostile = 'Notes <img src=x onerror=alert(1)>&"\'';
const longUrl = `https://notes.example.com/${'a-long-path/'.repeat(12)}callback`;

let wiki: RunningWiki;
let browser: TestBrowser;
let watched: WatchedPage;
let page: Page;

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  browser = await TestBrowser.launch();
  watched = await browser.open();
  page = watched.page;
  await signInAs(page, wiki.url, 'admin');
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

const click = async (name: string) => page.getByRole('link', { name, exact: true }).click();
const press = async (name: string) => page.getByRole('button', { name, exact: true }).click();

const judge = (name: string) => judgePage(watched, `links-${name}`);

async function startLink(): Promise<void> {
  await page.goto(`${wiki.url}/admin/application-links`);
  await click('Create link');
  await press('Continue');
}

describe('an administrator', { timeout: 120_000 }, () => {
  it('finds an empty list and goes the steps to a new link', async () => {
    await page.goto(`${wiki.url}/admin/application-links`);
    await judge('empty');
    await click('Create link');
    await judge('type');
    await page.getByRole('radio', { name: /^External application/ }).check();
    await page.getByRole('radio', { name: /^Incoming/ }).check();
    await press('Continue');
    await judge('new');
  });

  it('keeps everything typed when something is wrong, and reads what beside the field', async () => {
    await startLink();
    await page.getByLabel('Redirect URL', { exact: true }).fill('http://notes.example.com/#top');
    await press('Add another');
    await page.getByLabel('Another redirect URL').fill('https://ok.example.com/back');
    await page.getByLabel('Description').fill('Ask the library desk');
    await page.getByRole('radio', { name: /^Admin/ }).check();
    await press('Save');
    await judge('problems');
    expect(await page.getByLabel('Name').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Description').inputValue()).toBe('Ask the library desk');
    expect(await page.getByRole('radio', { name: /^Admin/ }).isChecked()).toBe(true);
    expect(await page.getByLabel('Redirect URL', { exact: true }).inputValue()).toContain('#top');
    expect(await page.getByLabel('Another redirect URL').inputValue()).toBe('https://ok.example.com/back');
    expect(await page.getByRole('alert').textContent()).toContain('Give the application a name.');
  });

  it('P18 creates a link whose name stays text, and copies its credentials', async () => {
    await startLink();
    await page.getByLabel('Name').fill(hostile);
    await page.getByLabel('Redirect URL', { exact: true }).fill(longUrl);
    await press('Add another');
    await page.getByLabel('Another redirect URL').fill('https://other.example.com/back');
    await page.getByRole('radio', { name: /^Write/ }).check();
    await page.getByLabel('Description').fill('Keeps the field notes.\nAsk the library desk.');
    await press('Save');
    await page.waitForURL(/\/credentials/);
    await judge('credentials-new');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const secret = await page.getByLabel('Client secret', { exact: true }).inputValue();
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    await press('Copy Client secret');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(secret);
    await click('Done');
    const shown = page.getByRole('link', { name: hostile, exact: true });
    expect(await shown.count()).toBe(1);
    await page.getByText('More actions', { exact: false }).first().click();
    await judge('menu');
    await page.getByRole('link', { name: 'View credentials' }).click();
    expect(await page.getByLabel('Client secret', { exact: true }).inputValue()).toBe(secret);
  });

  it('sees who authorized it, how it is used and what happened', async () => {
    const client = await wiki.get(DataSource).manager.findOneByOrFail(Client, { name: hostile });
    const person = async (username: string) => (await wiki.get(PeopleService).byUsername(username)).id;
    for (const userId of [await person('reader'), await person('writer'), 'gone']) {
      const actor = { userId, address: '2001:db8::1' };
      const grant = await wiki.get(Changes).make(actor, async (change) => {
        const scopes = ['READ', 'WRITE'] as const;
        const details = { scopes, asked: scopes, redirectUri: 'https://app.example.com/callback' };
        change.record({ type: 'authorization.given', clientId: client.id, userId, details });
        return wiki.get(Grants).give(change, { clientId: client.id, userId, scopes });
      });
      for (let count = 0; count < 7; count++)
        wiki.get(UsageRecorder).note(client.id, grant.id, 'GET /rest/api/content/:id');
    }
    await page.goto(`${wiki.url}/admin/application-links`);
    await click(hostile);
    await judge('link');
    await click('Rotate secret');
    await click('Create new secret');
    await judge('new-secret');
    await press('Create new secret');
    await page.waitForURL(/done=secretCreated/);
    await click('Back to the link');
    await click('Edit');
  });

  it('reads who was faster, and may save all the same', async () => {
    const edit = page.url();
    const other = await browser.open();
    await signInAs(other.page, wiki.url, 'sysadmin');
    await other.page.goto(edit);
    await other.page.getByLabel('Description').fill('Changed meanwhile');
    await other.page.getByRole('button', { name: 'Save' }).click();
    await other.page.waitForURL(/done=saved/);
    await page.getByLabel('Name').fill('Field notes');
    await press('Save');
    await judge('stale');
    expect(await page.getByRole('status').first().textContent()).toContain('changed this link on');
    expect(await page.getByLabel('Name').inputValue()).toBe('Field notes');
    await press('Save');
    await page.waitForURL(/done=saved/);
  });

  it('sets how long tokens live, in units of their own, and reads what is too long', async () => {
    await click('Edit');
    await page.getByText('Advanced settings').click();
    await page.getByLabel('Life of access tokens', { exact: false }).first().fill('30');
    await page.getByLabel('Unit of: Life of access tokens').selectOption('days');
    await page.getByLabel('Longest life of a sign-in', { exact: false }).first().fill('14');
    await page.getByLabel('Unit of: Longest life of a sign-in').selectOption('days');
    await press('Save');
    await judge('lifetimes-problem');
    expect(await page.getByRole('alert').textContent()).toContain('from 1 second to 1 hour (3600 seconds)');
    expect(await page.locator('#accessTokenSeconds').getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('#accessTokenSeconds').inputValue()).toBe('30');
    await page.getByLabel('Unit of: Life of access tokens').selectOption('minutes');
    await press('Save');
    await page.waitForURL(/done=saved/);
    await judge('lifetimes');
    expect(await page.getByText('Access tokens: 30 minutes (set for this link)').count()).toBe(1);
    expect(await page.getByText('Refresh tokens: 90 days', { exact: true }).count()).toBe(1);
    expect(await page.getByText('A sign-in: 14 days (set for this link)').count()).toBe(1);
    await click('Edit');
    await page.getByRole('checkbox', { name: /^May ask about every access token/ }).check();
    await page.getByRole('checkbox', { name: /^Allow plain PKCE/ }).check();
    await press('Save');
    await page.waitForURL(/done=saved/);
    await judge('advanced-details');
    expect(await page.getByText('Optional, plain allowed').count()).toBe(1);
    expect(await page.getByText('Every access token of this wiki').count()).toBe(1);
    await click('Edit');
    await judge('advanced');
    expect(await page.getByRole('checkbox', { name: /^Allow plain PKCE/ }).isChecked()).toBe(true);
    expect(await page.locator('#accessTokenSeconds').inputValue()).toBe('30');
    expect(await page.getByLabel('Unit of: Life of access tokens').inputValue()).toBe('minutes');
    await click('Cancel');
  });

  it('disables, enables and deletes it after reading what stops', async () => {
    await click('Disable');
    expect(await page.getByText('People who authorized it').locator('..').textContent()).toContain('3');
    await press('Disable');
    await page.waitForURL(/done=disabled/);
    await click('Enable');
    await press('Enable');
    await page.waitForURL(/done=enabled/);
    await page
      .getByRole('row', { name: /a person who is gone/ })
      .first()
      .getByRole('link', { name: /Withdraw/ })
      .click();
    await press('Withdraw');
    await page.waitForURL(/done=withdrawn/);
    await click('Delete');
    await judge('delete');
    await page.getByRole('textbox').fill('Field notes');
    await press('Delete');
    await page.waitForURL(/done=deleted/);
  });

  it('sees a form again that was sent twice', async () => {
    await startLink();
    await page.getByLabel('Name').fill('Twice');
    await page.getByLabel('Redirect URL').fill('https://twice.example.com/');
    const form = await page.locator('form.db-form').evaluate((element) => {
      const fields = [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, value as string]);
      return new URLSearchParams(fields).toString();
    });
    await press('Save');
    await page.waitForURL(/\/credentials/);
    const answer = await page.request.post(`${wiki.url}/admin/application-links/new/details`, {
      data: form,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    });
    expect(await answer.text()).toContain('This form was sent already.');
  });

  it('leaves nothing for the browser to complain about', () => {
    expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  });
});

describe('everybody else', () => {
  it('signs in first, and is told when that is not enough', async () => {
    const other = await browser.open();
    await other.page.goto(`${wiki.url}/admin/application-links/new`);
    expect(new URL(other.page.url()).pathname).toBe('/login');
    await other.page.getByLabel('Username').fill('writer');
    await other.page.getByLabel('Password').fill('writer');
    await other.page.getByRole('button', { name: /sign in/i }).click();
    await other.page.waitForURL(/application-links\/new/);
    expect(await other.page.getByRole('heading', { level: 1 }).textContent()).toBe('You may not see this page');
    await other.screenshot('links-forbidden');
  });
});
