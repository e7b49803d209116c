import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { BrowsedWiki } from '../support/browsed-wiki.js';
import { type WatchedPage } from '../support/browser.js';
import { focusOn, type Hands, ways } from '../support/hands.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';

let wiki: BrowsedWiki;
let writer: HttpSession;
let application: LinkedApplication;
let token: string;

beforeAll(async () => {
  wiki = await BrowsedWiki.start();
  writer = await new HttpSession(wiki.url).signIn('writer');
});
afterAll(() => wiki.close());

const path = () => `/rest/application-links/latest/links/${application.link.id}`;
const stored = () => wiki.session.request(path());
const answer = async () => (await call(wiki.url, token, '/rest/api/space')).status;

describe.each(ways)('an administrator, $way', { timeout: 120_000 }, ({ options, handsAt }) => {
  let watched: WatchedPage;
  let page: Page;
  let hands: Hands;

  beforeEach(async () => {
    application = await LinkedApplication.of(wiki.url, wiki.administration, { name: 'Straße Notes', scopes: ['READ'] });
    token = (await application.tokensFrom(writer, 'READ')).accessToken;
    expect(await answer()).toBe(200);
    watched = await wiki.openAs('admin', options);
    page = watched.page;
    hands = handsAt(page);
    await page.goto(`${wiki.url}/admin/application-links/${application.link.id}`);
  });
  afterEach(async () => {
    await wiki.administration.send('DELETE', path());
    expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
    await page.context().close();
  });

  it('disables a link, and enables it again', async () => {
    await hands.enter('Disable');
    expect(
      await page
        .locator('.db-figures > div', { hasText: /authorized it/ })
        .locator('dd')
        .textContent(),
    ).toBe('1');
    await hands.enter('Disable');
    expect(await focusOn(page)).toContain('The link “Straße Notes” is disabled.');
    expect((await stored()).json().enabled).toBe(false);
    expect(await answer()).toBe(401);
    await hands.enter('Enable');
    await hands.enter('Enable');
    expect(await focusOn(page)).toContain('The link “Straße Notes” is enabled.');
    expect((await stored()).json().enabled).toBe(true);
    expect(await answer()).toBe(200);
  });

  it('does so from the list, and may think better of it', async () => {
    await hands.enter('Application links');
    await hands.unfold('More actions for Straße Notes');
    await hands.enter('Disable');
    await hands.enter('Cancel');
    expect((await stored()).json().enabled).toBe(true);
    expect(await answer()).toBe(200);
  });

  it('deletes a link, whose name has to be typed', async () => {
    await hands.enter('Delete');
    await hands.type('Type Straße Notes to confirm', 'Notes');
    await hands.enter('Delete');
    expect(await page.getByText('This is not the name of the link.').count()).toBe(1);
    const field = page.getByRole('textbox');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await field.inputValue()).toBe('Notes');
    expect([(await stored()).status, await answer()]).toEqual([200, 200]);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(' straße notes');
    await hands.enter('Delete');
    expect(await focusOn(page)).toContain('The link “Straße Notes” is deleted.');
    expect(await page.getByRole('link', { name: 'Straße Notes' }).count()).toBe(0);
    expect([(await stored()).status, await answer()]).toEqual([404, 401]);
  });
});
