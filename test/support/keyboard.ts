import type { JSHandle, Page } from 'playwright-core';
import type { Hands } from './hands.js';

/** How many stops one walks past before giving up. */
const mostStops = 200;

/** Where Tab has led, as somebody sees it. */
interface Stop {
  readonly name: string;
  /** What makes it hard to see or to expect; `null`: nothing. */
  readonly fault: string | null;
}

/** Somebody who has a keyboard and no pointer, and who has to see where they are: every stop is marked, and none leads back up the page. */
export class Keyboard implements Hands {
  constructor(private readonly page: Page) {}

  /** Walks with Tab to a link, button or field that is called so, and fails where it cannot be reached. */
  async to(name: string | RegExp): Promise<void> {
    for (let stop = 0; stop < mostStops; stop++) {
      const before = await this.page.evaluateHandle(() => document.activeElement);
      await this.page.keyboard.press('Tab');
      const here = await this.look(before);
      if (here.fault !== null) throw new Error(`'${here.name}' ${here.fault} at ${this.page.url()}.`);
      if (typeof name === 'string' ? here.name === name : name.test(here.name)) return;
    }
    throw new Error(`Nothing that is called '${String(name)}' can be reached with Tab at ${this.page.url()}.`);
  }

  async enter(name: string | RegExp): Promise<void> {
    await this.to(name);
    await Promise.all([this.page.waitForEvent('load'), this.page.keyboard.press('Enter')]);
  }

  async unfold(name: string | RegExp): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press('Space');
  }

  async type(name: string | RegExp, text: string): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.type(text);
  }

  async choose(name: RegExp): Promise<void> {
    const isThere = async () => name.test((await this.look(null)).name);
    await this.toRadio();
    for (let step = 0; step < mostStops && !(await isThere()); step++) await this.page.keyboard.press('ArrowDown');
    if (!(await isThere())) throw new Error(`No choice that is called '${String(name)}' at ${this.page.url()}.`);
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.to(name);
    await this.page.keyboard.press('Enter');
  }

  private async toRadio(): Promise<void> {
    const isRadio = () => (document.activeElement as HTMLInputElement | null)?.type === 'radio';
    do await this.to(/./);
    while (!(await this.page.evaluate(isRadio)));
  }

  /** Where the focus is; `before` is where it was a Tab ago. */
  private look(before: JSHandle<Element | null> | null): Promise<Stop> {
    return this.page.evaluate((last) => {
      const at = document.activeElement as HTMLInputElement | null;
      const label = at?.getAttribute('aria-label') ?? at?.labels?.[0]?.textContent ?? at?.textContent ?? '';
      const name = label.replace(/\s+/g, ' ').trim();
      if (!at || at === document.body) return { name: '', fault: null };
      const { width, height, bottom, right, top, left } = at.getBoundingClientRect();
      const isOnScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
      if (width === 0 || height === 0 || !isOnScreen) return { name, fault: 'has the focus where nobody sees it' };
      const isMarked = [at, at.parentElement].some((element) => {
        const style = element && getComputedStyle(element);
        return style && ((style.outlineStyle !== 'none' && style.outlineWidth !== '0px') || style.boxShadow !== 'none');
      });
      if (!isMarked) return { name, fault: 'looks the same with the focus' };
      const isAhead =
        !last ||
        last === document.body ||
        !last.isConnected ||
        (last.compareDocumentPosition(at) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
      return { name, fault: isAhead ? null : 'comes after what is below it' };
    }, before);
  }
}
