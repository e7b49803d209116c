/** `npm run a11y`: axe on every view in every look; prints what it found for each view, and a total. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { looks } from './looks.js';
import { Viewer } from './viewer.js';
import { named, views } from './views.js';

let viewer: Viewer;
const found = new Map(views.map(({ name }) => [name, { looks: 0, violations: 0 }]));

beforeAll(async () => {
  viewer = await Viewer.start();
}, 300_000);

afterAll(async () => {
  await viewer.close();
  const rows = [...found].map(([view, counts]) => ({ view, ...counts }));
  const total = rows.reduce((sum, { violations }) => sum + violations, 0);
  console.table(rows);
  console.log(`${total.toString()} violations on ${rows.length.toString()} views in ${looks.length.toString()} looks`);
});

describe.each(named(looks))('%s', (_name, look) => {
  it.each(named(views))('%s', async (_name, view) => {
    const { page } = await viewer.open(view, look);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const counts = found.get(view.name);
    if (counts) {
      counts.looks += 1;
      counts.violations += violations.length;
    }
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  });
});
