import type { BrowserContextOptions } from 'playwright-core';
import { desktop, phone } from '../support/browser.js';

/** How somebody looks at pages: their screen, their colours, the direction of their language. */
export interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
}

export const looks: readonly Look[] = [
  { name: 'light', options: { viewport: desktop, colorScheme: 'light', locale: 'en-GB' } },
  { name: 'dark', options: { viewport: desktop, colorScheme: 'dark', locale: 'en-GB' } },
  { name: 'phone', options: { viewport: phone, colorScheme: 'light', locale: 'en-GB' } },
  { name: 'phone-dark', options: { viewport: phone, colorScheme: 'dark', locale: 'en-GB' } },
  { name: 'wide', options: { viewport: { width: 1920, height: 1080 }, colorScheme: 'light', locale: 'en-GB' } },
  { name: 'right-to-left', options: { viewport: desktop, colorScheme: 'light', locale: 'ar' } },
  { name: 'german', options: { viewport: phone, colorScheme: 'light', locale: 'de' } },
  { name: 'japanese', options: { viewport: desktop, colorScheme: 'light', locale: 'ja' } },
];
