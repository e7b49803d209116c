import type { BrowserContextOptions } from 'playwright-core';
import { Administration } from './administration.js';
import { TestBrowser, type WatchedPage } from './browser.js';
import { signInAs } from './browser-person.js';
import { sqlite } from './databases.js';
import { HttpSession } from './http-session.js';
import { type RunningWiki, startWiki } from './start-wiki.js';

/** A wiki below a context path, a browser to go through it, and an administrator who looks at the outcome over REST. */
export class BrowsedWiki {
  private constructor(
    private readonly wiki: RunningWiki,
    readonly session: HttpSession,
    readonly administration: Administration,
    private readonly browser: TestBrowser,
  ) {}

  static async start(): Promise<BrowsedWiki> {
    const wiki = await startWiki({ database: sqlite, contextPath: '/confluence' });
    const browser = await TestBrowser.launch();
    const session = await new HttpSession(wiki.url).signIn('admin');
    return new BrowsedWiki(wiki, session, await Administration.of(session), browser);
  }

  get url(): string {
    return this.wiki.url;
  }

  /** A page on which somebody has signed in. */
  async openAs(username: string, options: BrowserContextOptions): Promise<WatchedPage> {
    const watched = await this.browser.open(options);
    watched.page.setDefaultTimeout(15_000);
    await signInAs(watched.page, this.url, username);
    return watched;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.wiki.close();
  }
}
