import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { fillSignIn, signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { type RunningExternalApp, startExternalApp } from '../support/external-app.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('the main job in a browser, on %s', (database) => {
  let browser: TestBrowser;
  let wiki: RunningWiki;
  let application: RunningExternalApp;
  let admin: WatchedPage;
  let writer: WatchedPage;
  let credentials: { id: string; secret: string };

  beforeAll(async () => {
    [browser, wiki, application] = await Promise.all([
      TestBrowser.launch(),
      startWiki({ database }),
      startExternalApp(),
    ]);
    [admin, writer] = await Promise.all([browser.open(), browser.open()]);
    for (const { page } of [admin, writer]) page.setDefaultTimeout(10_000);
  });

  afterAll(async () => {
    await browser.close();
    await application.close();
    await wiki.close();
  });

  const shownCredentials = async () => ({
    id: await admin.page.getByLabel('Client ID', { exact: true }).inputValue(),
    secret: await admin.page.getByLabel('Client secret', { exact: true }).inputValue(),
  });

  it('an administrator creates a link through the menus and copies its credentials', async () => {
    const { page } = admin;
    await signInAs(page, wiki.url, 'admin');
    await page.locator('summary', { hasText: 'Administration' }).click();
    await page.getByRole('link', { name: 'General Configuration' }).first().click();
    await admin.screenshot('admin-general-configuration');
    await page.getByRole('link', { name: 'Application links' }).first().click();
    await page.getByRole('link', { name: 'Create link' }).first().click();
    await admin.screenshot('create-link-type');
    await page.getByRole('radio', { name: /^External application/ }).check();
    await page.getByRole('radio', { name: /^Incoming/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Field Notes');
    await page.getByLabel('Redirect URL').fill(application.redirectUri);
    await page.getByRole('radio', { name: /^Write/ }).check();
    await admin.screenshot('create-link-details');
    await page.getByRole('button', { name: /save|create/i }).click();
    await page.getByRole('heading', { name: 'Credentials of Field Notes' }).waitFor();
    await admin.screenshot('credentials');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy Client secret' }).click();
    credentials = await shownCredentials();
    expect(credentials.id).toMatch(/^[0-9a-f]{32}$/);
    expect(credentials.secret).toMatch(/^[0-9a-f]{64}$/);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(credentials.secret);
    expect(await page.title()).not.toContain(credentials.secret);
    expect(page.url()).not.toContain(credentials.secret);
  });

  it('the external application is set up with them', async () => {
    const { page } = writer;
    await page.goto(`${application.url}/settings`);
    await page.getByLabel('Wiki URL').fill(wiki.url);
    await page.getByLabel('Client ID').fill(credentials.id);
    await page.getByLabel('Client secret').fill(credentials.secret);
    for (const scope of await page.locator('input[name="scopes"]').all()) {
      await scope.setChecked(['READ', 'WRITE'].includes((await scope.getAttribute('value')) ?? ''));
    }
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('button', { name: 'Connect' }).waitFor();
  });

  it('a person signs in, consents, and the application shows what they can see', async () => {
    const { page } = writer;
    await page.getByRole('button', { name: 'Connect' }).click();
    await fillSignIn(page, 'writer');
    await page.getByRole('heading', { name: 'Let Field Notes in?' }).waitFor();
    await writer.screenshot('consent');
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.waitForURL(`${application.url}/notes`);
    expect(await page.textContent('body')).toContain('DEMO');
    await writer.screenshot('external-app-notes');
  });

  it('the application creates a page in the wiki', async () => {
    const { page } = writer;
    await page.getByLabel('Title').fill('Heron at the lake');
    await page.getByLabel('Text').fill('Two of them, at dawn.');
    await page.getByRole('button', { name: 'Create page' }).click();
    await page.getByText('The wiki now has your page').waitFor();
    await page.goto(`${wiki.url}/spaces/DEMO`);
    await page.getByRole('link', { name: 'Heron at the lake' }).first().click();
    await page.getByRole('heading', { name: 'Heron at the lake' }).waitFor();
    await writer.screenshot('wiki-page');
    expect(await page.textContent('main')).toContain('Two of them, at dawn.');
  });

  it('the application shows plainly what the wiki refused and why', async () => {
    const { page } = writer;
    await page.goto(`${application.url}/trials`);
    await page.getByRole('button', { name: 'Try all four' }).click();
    await page.getByText('insufficient_scope').first().waitFor();
    await writer.screenshot('external-app-trials');
    const text = (await page.textContent('main')) ?? '';
    expect(text).toContain('403');
    expect(text).toContain('ADMIN');
  });

  it('the administrator looks the credentials up again', async () => {
    const { page } = admin;
    await page.goto(`${wiki.url}/admin/application-links`);
    await admin.screenshot('application-links');
    await page.locator('summary', { hasText: 'More actions' }).click();
    await page.getByRole('link', { name: 'View credentials' }).click();
    await page.getByRole('heading', { name: 'Credentials of Field Notes' }).waitFor();
    expect(await shownCredentials()).toEqual(credentials);
  });

  it("the person revokes it, and the application's next call gets 401", async () => {
    const { page } = writer;
    await page.goto(`${wiki.url}/profile/authorized-applications`);
    await writer.screenshot('authorized-applications');
    await page.locator('summary', { hasText: 'Revoke Field Notes' }).click();
    await page.getByText('Field Notes is turned away at once').waitFor();
    await page.getByRole('button', { name: 'Revoke Field Notes' }).click();
    await page.getByText('Nothing it holds works any more').waitFor();
    await page.goto(`${application.url}/notes`);
    await page.getByRole('heading', { name: 'The wiki ended our access' }).waitFor();
    await writer.screenshot('external-app-ended');
    expect(await page.textContent('main')).toContain('401');
  });

  it('P19 the browser had nothing to complain about in the wiki', () => {
    const inTheWiki = [...admin.faults, ...writer.faults].filter((fault) => fault.includes(wiki.url));
    expect(inTheWiki).toEqual([]);
  });
});
