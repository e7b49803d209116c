import { RouteMap } from 'nestjs-drawbridge/scopes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktop } from '../support/browser.js';
import { Viewer } from '../views/viewer.js';
import { named, views } from '../views/views.js';
import { hostile, hostilePerson } from '../views/world.js';

const look = { name: 'light', options: { viewport: desktop, locale: 'en-GB' } };

/** On these nothing is shown that a stranger wrote. */
const silent = new Set([
  ...['links-none', 'reach-none', 'audit-none', 'no-such-link', 'forbidden', 'signing-in-first'],
  ...['authorized-applications-none', 'refused-unknown-application', 'refused-wrong-address'],
  ...['refused-nameless-application', 'refused-no-address'],
]);

/** What is no page: files to take along. */
const isFile = (path: string) => path.endsWith('/export');

let viewer: Viewer;
const visited = new Set<string>();

beforeAll(async () => {
  viewer = await Viewer.start({ isHostile: true });
}, 300_000);

afterAll(() => viewer.close());

describe('where all links, addresses and people are called as badly as can be', { timeout: 60_000 }, () => {
  it.each(named(views))('P18 it is text, and the browser has nothing to report: %s', async (name, view) => {
    const { page, faults } = await viewer.open(view, look);
    visited.add(new URL(page.url()).pathname);
    const text = await page.evaluate(() => {
      const fields = document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea');
      return [document.body.innerText, ...[...fields].map(({ value }) => value)].join('\n');
    });
    const strange = [hostile.name, hostile.description, hostile.redirectUri, hostilePerson];
    expect(strange.some((words) => text.includes(words))).toBe(!silent.has(name));
    expect(await page.locator('img[src="x"], svg[onload], script:not([src])').count()).toBe(0);
    expect(faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  });

  it('P18 leaves no page of ours out', () => {
    const pages = viewer.world.wiki
      .get(RouteMap)
      .list()
      .filter(({ method, path }) => method === 'GET' && !isFile(path))
      .map(({ path }) => path)
      .filter((path) => /^\/(admin\/application-links|profile\/auth|rest\/oauth2\/latest\/authorize$)/.test(path));
    const isVisited = (path: string) => {
      const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
      return [...visited].some((one) => pattern.test(one));
    };
    expect(pages.length).toBeGreaterThan(15);
    expect(pages.filter((path) => !isVisited(path))).toEqual([]);
  });
});
