import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;

let wiki: RunningWiki;
let browser: TestBrowser;
let watched: WatchedPage;
let application: LinkedApplication;

async function admin(): Promise<HttpSession> {
  const session = new HttpSession(wiki.url);
  await session.signIn('admin');
  return session;
}

beforeAll(async () => {
  wiki = await startWiki({ database: sqlite! });
  browser = await TestBrowser.launch();
  watched = await browser.open();
  application = await LinkedApplication.create(wiki.url, await admin(), {
    name: 'Field notes & <friends>',
    scopes: ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'],
  });
  await watched.page.route(`${application.link.redirectUri}*`, (route) => route.fulfill({ body: 'Back again' }));
  await signInAs(watched.page, wiki.url, 'writer');
});

afterAll(async () => {
  await browser.close();
  await wiki.close();
});

describe('a person who is asked by an application', { timeout: 120_000 }, () => {
  it('reads who asks for what, and that some of it has no effect', async () => {
    await watched.page.goto(application.authorizationUrl({ scope: 'READ WRITE ADMIN' }).href);
    await judgePage(watched, 'consent');
    expect(await watched.page.getByText('No effect').count()).toBe(1);
    await watched.page.getByRole('button', { name: 'Allow' }).click();
    await watched.page.waitForURL(/code=/);
  });

  it('sees what they let in, and revokes it', async () => {
    await watched.page.goto(`${wiki.url}/profile/authorized-applications`);
    await judgePage(watched, 'authorized');
    await watched.page.getByRole('button', { name: /Revoke/ }).click();
    expect(await watched.page.getByRole('status').textContent()).toContain('is out');
  });

  it('reads a page, and is sent nowhere, when the application is unknown', async () => {
    await watched.page.goto(application.authorizationUrl({ client_id: '0'.repeat(32) }).href);
    await judgePage(watched, 'unknown-application');
  });

  it('leaves nothing for the browser to complain about', () => {
    expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  });
});
