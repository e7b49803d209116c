import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { BrowsedWiki } from '../support/browsed-wiki.js';
import { type WatchedPage } from '../support/browser.js';
import { focusOn, type Hands, ways } from '../support/hands.js';
import { HttpSession } from '../support/http-session.js';
import { judgePage } from '../support/judge-page.js';
import { LinkedApplication } from '../support/linked-application.js';

const hostile = 'Notes <img src=x onerror=alert(1)>&"\' עברית';

let wiki: BrowsedWiki;
let writer: HttpSession;
let reader: HttpSession;
let application: LinkedApplication;
/** The access tokens of two people. */
let tokens: { readonly writer: string; readonly reader: string };

beforeAll(async () => {
  wiki = await BrowsedWiki.start();
  writer = await new HttpSession(wiki.url).signIn('writer');
  reader = await new HttpSession(wiki.url).signIn('reader');
});
afterAll(() => wiki.close());

beforeEach(async () => {
  application = await LinkedApplication.of(wiki.url, wiki.administration, { name: hostile, scopes: ['READ', 'WRITE'] });
  const [ofWriter, ofReader] = [await application.tokensFrom(writer), await application.tokensFrom(reader, 'READ')];
  tokens = { writer: ofWriter.accessToken, reader: ofReader.accessToken };
});
afterEach(() => wiki.administration.deleteLink(application.link.id));

/** What the wiki answers to the application's calls for the two. */
const answers = async () => {
  const [one, other] = [tokens.writer, tokens.reader].map((token) => call(wiki.url, token, '/rest/api/space'));
  return { writer: (await one!).status, reader: (await other!).status };
};

/** Who has let the application in. */
const people = async () => {
  const path = `/rest/application-links/latest/links/${application.link.id}/authorizations`;
  const { results } = (await wiki.session.request(path)).json<{ results: { displayName: string }[] }>();
  return results.map(({ displayName }) => displayName).sort();
};

describe.each(ways)('$way', { timeout: 120_000 }, ({ options, handsAt }) => {
  const isScripted = options.javaScriptEnabled !== false;
  let watched: WatchedPage;
  let page: Page;
  let hands: Hands;

  const openAs = async (username: string, path: string) => {
    watched = await wiki.openAs(username, options);
    page = watched.page;
    hands = handsAt(page);
    await page.goto(wiki.url + path);
  };
  const openLink = () => openAs('admin', `/admin/application-links/${application.link.id}`);

  beforeEach(async () => {
    expect(await answers()).toEqual({ writer: 200, reader: 200 });
  });
  afterEach(async () => {
    expect(watched.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
    await page.context().close();
  });

  it('a person withdraws what they let in, and nothing of others', async () => {
    await openAs('writer', '/profile/authorized-applications');
    await hands.unfold(`Revoke ${hostile}`);
    await hands.enter(`Revoke ${hostile}`);
    expect(await focusOn(page)).toBe('The application is out. Nothing it holds works any more.');
    expect(await page.getByText(hostile).count()).toBe(0);
    expect(await answers()).toEqual({ writer: 401, reader: 200 });
    expect(await people()).toEqual(['Rita Reader']);
  });

  it('an administrator withdraws what one person let in', async () => {
    await openLink();
    await hands.enter('Withdraw for Will Writer');
    expect(await page.getByText(hostile, { exact: false }).count()).toBeGreaterThan(0);
    if (isScripted) await judgePage(watched, 'withdraw-one');
    await hands.enter('Withdraw');
    expect(await focusOn(page)).toContain(`An authorization of “${hostile}” is withdrawn.`);
    expect(await answers()).toEqual({ writer: 401, reader: 200 });
    expect(await people()).toEqual(['Rita Reader']);
  });

  it('an administrator thinks better of it', async () => {
    await openLink();
    await hands.enter('Withdraw for Will Writer');
    await hands.enter('Cancel');
    expect(new URL(page.url()).pathname).toMatch(`/${application.link.id}`);
    expect(await answers()).toEqual({ writer: 200, reader: 200 });
  });

  it('an administrator withdraws what everybody let in, after typing the name of the link', async () => {
    await openLink();
    await hands.enter('Withdraw all');
    await hands.type(`Type ${hostile} to confirm`, 'Notes');
    await hands.enter('Withdraw all');
    expect(await page.getByText('This is not the name of the link.').count()).toBe(1);
    expect(await page.getByRole('textbox').evaluate((field) => field === document.activeElement)).toBe(true);
    if (isScripted) await judgePage(watched, 'withdraw-all-wrong-name');
    expect(await answers()).toEqual({ writer: 200, reader: 200 });
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type(hostile);
    await hands.enter('Withdraw all');
    expect(await focusOn(page)).toContain(`All authorizations of “${hostile}” are withdrawn.`);
    expect(await answers()).toEqual({ writer: 401, reader: 401 });
    expect(await people()).toEqual([]);
  });
});
