import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { judgePage } from '../support/judge-page.js';
import { Keyboard } from '../support/keyboard.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;

let wiki: RunningWiki;
let browser: TestBrowser;

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite!, contextPath: '/confluence' });
  browser = await TestBrowser.launch();
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

const details = () => `${wiki.url}/admin/application-links/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING`;

async function openAs(username: string, options = {}): Promise<WatchedPage> {
  const watched = await browser.open(options);
  watched.page.setDefaultTimeout(15_000);
  await signInAs(watched.page, wiki.url, username);
  return watched;
}

describe('an administrator', { timeout: 180_000 }, () => {
  it('links an application following the four steps, by keyboard alone', async () => {
    const { page, faults } = await openAs('admin');
    await page.goto(`${wiki.url}/admin/application-links`);
    const keyboard = new Keyboard(page);
    await keyboard.enter('Create link');
    expect(page.url()).toMatch(/\/new$/);
    await keyboard.enter('Continue');
    expect(page.url()).toContain('/details');
    await keyboard.type('Name', 'By keyboard');
    await keyboard.type('Redirect URL', 'https://keys.example.com/callback');
    await keyboard.follow('Add another');
    await page.keyboard.type('https://keys.example.com/other');
    await keyboard.choose(/^Write/);
    await keyboard.enter('Save');
    expect(page.url()).toContain('/credentials');
    expect(await page.locator('[aria-current="step"]').textContent()).toContain('Credentials');
    expect(await page.getByText('READ WRITE', { exact: true }).count()).toBe(1);
    expect(await page.getByText('https://keys.example.com/other', { exact: true }).count()).toBe(1);
    await keyboard.unfold('Python');
    expect(await page.getByRole('textbox', { name: 'Python' }).inputValue()).toContain('keys.example.com');
    expect(faults).toEqual([]);
  });

  it('is told why a URL is refused when the field is left, and that it is right when it is', async () => {
    const watched = await openAs('admin');
    const { page } = watched;
    await page.goto(details());
    const [first, second] = [page.getByLabel('Redirect URL', { exact: true }), page.getByLabel('Another redirect URL')];
    await page.getByLabel('Name', { exact: true }).fill('Judged');
    await first.fill('https://app.example.com/cb#part');
    await page.getByRole('button', { name: 'Add another' }).click();
    const why = page.getByText('A redirect URL has no fragment (the part behind #).');
    await why.waitFor();
    expect(await first.getAttribute('aria-describedby')).toBe('redirectUris-hint redirectUris-problem');
    await second.fill('javascript:alert(1)');
    await page.getByLabel('Description').click();
    await page.locator('#redirectUris-1-problem').waitFor();
    await judgePage(watched, 'create-judged');
    await first.fill('https://app.example.com/cb');
    await second.fill('com.example.app:/cb');
    await page.getByLabel('Description').click();
    await why.waitFor({ state: 'detached' });
    await page.getByText('Only public applications may use a scheme of their own.').waitFor();
    await page.getByRole('radio', { name: /^Public/ }).check();
    await page.locator('#redirectUris-1-problem').waitFor({ state: 'detached' });
    expect(await first.getAttribute('aria-invalid')).toBeNull();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/credentials/);
    await page.getByText('A public application has no client secret').waitFor();
    await page.getByText('Node.js', { exact: true }).click();
    await judgePage(watched, 'credentials-public');
    expect(watched.faults).toEqual([]);
  });

  it('is told that a name is taken before anything is saved', async () => {
    const { page } = await openAs('admin');
    await page.goto(details());
    await page.getByLabel('Name', { exact: true }).fill('judged');
    await page.getByLabel('Description').click();
    await page.getByText('There is already a link with this name.', { exact: false }).waitFor();
  });

  it('sees what each permission includes, without a script', async () => {
    const { page } = await openAs('admin', { javaScriptEnabled: false });
    await page.goto(details());
    await page.getByRole('radio', { name: /^Admin/ }).check();
    const included = async () => page.locator('.db-rung-included:visible').count();
    expect(await included()).toBe(2);
    await page.getByText('Includes Read and Write.').waitFor();
    await page.getByRole('radio', { name: /^Read/ }).check();
    expect(await included()).toBe(0);
    await page.getByText('can never do more than the person who authorizes it', { exact: false }).waitFor();
  });

  it('adds addresses and puts them right without a script', async () => {
    const { page } = await openAs('admin', { javaScriptEnabled: false });
    await page.goto(details());
    await page.getByLabel('Name', { exact: true }).fill('Unscripted');
    await page.getByLabel('Redirect URL', { exact: true }).fill('https://plain.example.com/one');
    await page.getByRole('button', { name: 'Add another' }).click();
    await page.getByLabel('Another redirect URL').fill('https://plain.example.com/two#no');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('no fragment');
    expect(await page.getByLabel('Another redirect URL').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('Redirect URL', { exact: true }).getAttribute('aria-invalid')).toBeNull();
    await page.getByLabel('Another redirect URL').fill('https://plain.example.com/two');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.waitForURL(/\/credentials/);
    await page.getByText('Shell with curl').click();
    const code = page.getByRole('textbox', { name: 'Shell with curl' });
    expect(await code.inputValue()).toContain('https%3A%2F%2Fplain.example.com%2Fone');
    expect(await code.isEditable()).toBe(false);
  });
});
