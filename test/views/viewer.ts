import { TestBrowser, type WatchedPage } from '../support/browser.js';
import { signInAs } from '../support/browser-person.js';
import type { Look } from './looks.js';
import type { View } from './views.js';
import { makeWorld, type World } from './world.js';

/** Looks at the views of a world: one window for each person and look. */
export class Viewer {
  private readonly windows = new Map<string, Promise<WatchedPage>>();

  private constructor(
    readonly world: World,
    private readonly browser: TestBrowser,
  ) {}

  static async start(options: { readonly isHostile?: boolean } = {}): Promise<Viewer> {
    const world = await makeWorld(options);
    try {
      return new Viewer(world, await TestBrowser.launch());
    } catch (error) {
      await world.close();
      throw error;
    }
  }

  /** Goes to a view. What the browser complained about so far is in `faults`. */
  async open(view: View, look: Look): Promise<WatchedPage> {
    const wiki = view.isEmpty ? this.world.empty : this.world.wiki;
    const window = await this.windowOf(view.as, look, wiki.url);
    await window.page.goto(wiki.url + view.at(this.world));
    await view.then?.(window.page);
    return window;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.world.close();
  }

  private async windowOf(person: View['as'], look: Look, url: string): Promise<WatchedPage> {
    const key = `${person ?? ''} ${look.name} ${url}`;
    const window = this.windows.get(key) ?? this.openWindow(person, look, url);
    this.windows.set(key, window);
    return window;
  }

  private async openWindow(person: View['as'], look: Look, url: string): Promise<WatchedPage> {
    const window = await this.browser.open(look.options);
    if (person !== null) await signInAs(window.page, url, person);
    return window;
  }
}
