import type { Page } from 'playwright-core';

/** How many stops one walks past before giving up. */
const mostStops = 200;

/** Somebody who has a keyboard and no pointer. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Walks with Tab to a link, button or field that is called so, and fails where it cannot be reached. */
  async to(name: string): Promise<void> {
    for (let stop = 0; stop < mostStops; stop++) {
      await this.page.keyboard.press('Tab');
      const here = await this.page.evaluate(() => {
        const at = document.activeElement as HTMLInputElement | null;
        const label = at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
        return label.replace(/\s+/g, ' ').trim();
      });
      if (here === name) return;
    }
    throw new Error(`Nothing that is called '${name}' can be reached with Tab at ${this.page.url()}.`);
  }

  /** Walks there and presses Enter. */
  async enter(name: string): Promise<void> {
    await this.to(name);
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  /** Walks to a field and types into it. */
  async type(name: string, text: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.type(text);
  }
}
