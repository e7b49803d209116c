import type { BrowserContextOptions, Page } from 'playwright-core';
import { Keyboard } from './keyboard.js';
import { Pointer } from './pointer.js';

/** What somebody does to a page, however they do it. Names are those that a screen reader says. */
export interface Hands {
  /** Follows a link or presses a button, and waits for the page that it leads to. */
  enter(name: string | RegExp): Promise<void>;
  /** Follows a link within the page. */
  follow(name: string | RegExp): Promise<void>;
  /** Opens what is folded. */
  unfold(name: string | RegExp): Promise<void>;
  /** Puts a text in the place of what a field holds. */
  type(name: string | RegExp, text: string): Promise<void>;
  /** Chooses one of several. */
  choose(name: RegExp): Promise<void>;
}

/** The text of what has the focus. */
export const focusOn = async (page: Page): Promise<string> =>
  (await page.locator(':focus').textContent({ timeout: 5000 })) ?? '';

/** The two ways in which every story has to come to its end. */
export const ways: readonly {
  readonly way: string;
  readonly options: BrowserContextOptions;
  readonly handsAt: (page: Page) => Hands;
}[] = [
  { way: 'by keyboard alone', options: {}, handsAt: (page) => new Keyboard(page) },
  { way: 'without client script', options: { javaScriptEnabled: false }, handsAt: (page) => new Pointer(page) },
];
