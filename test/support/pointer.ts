import type { Locator, Page } from 'playwright-core';
import type { Hands } from './hands.js';

/** Somebody who points at what they mean. */
export class Pointer implements Hands {
  private readonly main: Locator;

  constructor(private readonly page: Page) {
    this.main = page.locator('main');
  }

  async enter(name: string | RegExp): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.follow(name)]);
  }

  async follow(name: string | RegExp): Promise<void> {
    const [link, button] = (['link', 'button'] as const).map((role) =>
      this.main.getByRole(role, { name, exact: true }),
    );
    await link!.or(button!).click();
  }

  async unfold(name: string | RegExp): Promise<void> {
    await this.main.locator('summary', { hasText: name }).click();
  }

  async type(name: string | RegExp, text: string): Promise<void> {
    await this.main.getByLabel(name, { exact: true }).fill(text);
  }

  async choose(name: RegExp): Promise<void> {
    await this.main.getByRole('radio', { name }).check();
  }
}
