import { AxeBuilder } from '@axe-core/playwright';
import { expect } from 'vitest';
import { desktop, phone, type WatchedPage } from './browser.js';

const looks = [
  { name: 'desktop-light', viewport: desktop, colorScheme: 'light' },
  { name: 'phone-dark', viewport: phone, colorScheme: 'dark' },
] as const;

/** Keeps pictures of a page, wide and light, narrow and dark, and fails where axe finds a fault or the page overflows. */
export async function judgePage({ page, screenshot }: WatchedPage, subject: string): Promise<void> {
  for (const { name, viewport, colorScheme } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize(viewport);
    await screenshot(`${subject}-${name}`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
    expect(found, `axe on ${subject}, ${name}`).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${subject} is wider than the screen, ${name}`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(desktop);
  await page.emulateMedia({ colorScheme: 'light' });
}
