import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../support/browser-person.js';
import { desktop, phone, TestBrowser } from '../support/browser.js';
import { databases } from '../support/databases.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('in a browser, on %s', (database) => {
  let wiki: RunningWiki;
  let browser: TestBrowser;

  beforeAll(async () => {
    [wiki, browser] = await Promise.all([startWiki({ database }), TestBrowser.launch()]);
  });

  afterAll(async () => {
    await browser.close();
    await wiki.close();
  });

  it.each([
    ['desktop', desktop],
    ['phone', phone],
  ])('a person signs in, and the browser has nothing to complain about, at %s width', async (name, viewport) => {
    const { page, faults, screenshot } = await browser.open({ viewport });
    await page.goto(`${wiki.url}/`);
    await screenshot(`sign-in-${name}`);
    await signInAs(page, wiki.url, 'writer');
    await screenshot(`dashboard-${name}`);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(faults).toEqual([]);
  });
});
