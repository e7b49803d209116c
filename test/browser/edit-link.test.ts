import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CreatedLink } from '../support/administration.js';
import { BrowsedWiki } from '../support/browsed-wiki.js';
import { type WatchedPage } from '../support/browser.js';
import { focusOn, type Hands, ways } from '../support/hands.js';
import { judgePage } from '../support/judge-page.js';

let wiki: BrowsedWiki;
let link: CreatedLink;

beforeAll(async () => {
  wiki = await BrowsedWiki.start();
});
afterAll(() => wiki.close());

beforeEach(async () => {
  link = await wiki.administration.createLink({ name: 'Field Notes', scopes: ['READ'] });
});
afterEach(() => wiki.administration.deleteLink(link.id));

const stored = async () => (await wiki.session.request(`/rest/application-links/latest/links/${link.id}`)).json();

describe.each(ways)('an administrator who edits a link, $way', { timeout: 120_000 }, ({ options, handsAt }) => {
  let watched: WatchedPage;
  let page: Page;
  let hands: Hands;

  beforeEach(async () => {
    watched = await wiki.openAs('sysadmin', options);
    page = watched.page;
    hands = handsAt(page);
    await page.goto(`${wiki.url}/admin/application-links`);
    await hands.unfold('More actions for Field Notes');
    await hands.enter('Edit');
  });
  afterEach(async () => {
    expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
    await page.context().close();
  });

  it('gives it another name, another address and a further permission', async () => {
    await hands.type('Name', 'Field Notes for two');
    await hands.type('Redirect URL', 'https://two.example.com/callback');
    await hands.choose(/^Write/);
    await hands.type(/^Description/, 'Ask the library desk');
    await hands.enter('Save');
    expect(await focusOn(page)).toBe('The changes to “Field Notes for two” are saved.');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Field Notes for two');
    expect(await stored()).toMatchObject({
      name: 'Field Notes for two',
      redirectUris: ['https://two.example.com/callback'],
      scopes: ['READ', 'WRITE'],
      description: 'Ask the library desk',
    });
  });

  it('begins at what is wrong, goes from there to the field, and puts it right', async () => {
    await hands.type('Name', 'Put right');
    await hands.type('Redirect URL', 'https://two.example.com/#top');
    await hands.enter('Save');
    expect(await focusOn(page)).toContain('Nothing was saved yet.');
    expect(await stored()).toMatchObject({ name: 'Field Notes', version: 1 });
    await hands.follow('A redirect URL has no fragment (the part behind #).');
    const field = page.getByLabel('Redirect URL', { exact: true });
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('https://two.example.com/');
    await hands.enter('Save');
    expect(await focusOn(page)).toBe('The changes to “Put right” are saved.');
    expect(await stored()).toMatchObject({ name: 'Put right', redirectUris: ['https://two.example.com/'] });
  });

  it('reads who was faster, and overwrites nothing unseen', async () => {
    await wiki.administration.updateLink(link.id, { description: 'Changed meanwhile' });
    await hands.type('Name', 'Too late');
    await hands.enter('Save');
    expect(await focusOn(page)).toContain('Ada Admin changed this link on');
    expect(await stored()).toMatchObject({ name: 'Field Notes', description: 'Changed meanwhile' });
    if (options.javaScriptEnabled !== false) await judgePage(watched, 'edit-stale');
    await hands.enter('Save');
    expect(await stored()).toMatchObject({ name: 'Too late' });
  });

  it('thinks better of it', async () => {
    await hands.type('Name', 'Never');
    await hands.enter('Cancel');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Field Notes');
    expect(await stored()).toMatchObject({ name: 'Field Notes', version: 1 });
  });
});
