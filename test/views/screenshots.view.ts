/** `npm run screenshots`: every view in every look, in `build/screenshots/<view>-<look>.png`. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks } from './looks.js';
import { Viewer } from './viewer.js';
import { named, views } from './views.js';

let viewer: Viewer;

beforeAll(async () => {
  viewer = await Viewer.start();
}, 300_000);

afterAll(() => viewer.close());

describe.each(named(looks))('%s', (_name, look) => {
  it.each(named(views))('%s', async (_name, view) => {
    const { page, screenshot } = await viewer.open(view, look);
    await screenshot(`${view.name}-${look.name}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, 'pixels wider than the screen').toBeLessThanOrEqual(0);
  });
});
