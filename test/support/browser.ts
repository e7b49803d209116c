import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';

const screenshots = fileURLToPath(new URL('../../build/screenshots/', import.meta.url));
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** Viewports that pages are looked at in. */
export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

/** A page in a window of its own, with cookies of its own, that remembers what the browser complained about. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors on the console, uncaught errors and violations of the Content-Security-Policy. Should stay empty. */
  readonly faults: readonly string[];
  /** Saves what is seen, from top to bottom, as `build/screenshots/<name>.png`. */
  readonly screenshot: (name: string) => Promise<void>;
}

/** Chromium without a window. */
export class TestBrowser {
  private constructor(private readonly browser: Browser) {}

  static async launch(): Promise<TestBrowser> {
    const executablePath = findChromium();
    if (!executablePath) throw new Error('Chromium is not here. Install it, or set CHROMIUM_PATH to its program file.');
    return new TestBrowser(await chromium.launch({ executablePath, args: quiet }));
  }

  async open(options: BrowserContextOptions = {}): Promise<WatchedPage> {
    const context = await this.browser.newContext({ viewport: desktop, ...options });
    const faults: string[] = [];
    await context.exposeFunction('reportViolation', (text: string) => faults.push(`CSP: ${text}`));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = Reflect.get(window, 'reportViolation') as (text: string) => void;
        report(`${event.effectiveDirective} blocked ${event.blockedURI} on ${event.documentURI}`);
      });
    });
    const page = await context.newPage();
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
    const screenshot = async (name: string) => {
      await mkdir(screenshots, { recursive: true });
      await page.screenshot({ path: `${screenshots}${name}.png`, fullPage: true });
    };
    return { page, faults, screenshot };
  }

  /** Closes every page and the browser. */
  async close(): Promise<void> {
    await this.browser.close();
  }
}
