import type { Page } from 'playwright-core';

/** Signs in at the wiki's form. The demo accounts' passwords equal their names. */
export async function signInAs(page: Page, wikiUrl: string, username: string, password = username): Promise<void> {
  await page.goto(`${wikiUrl}/login`);
  await fillSignIn(page, username, password);
}

/** Fills the sign-in form that is on the screen, and waits until it has let the person in. */
export async function fillSignIn(page: Page, username: string, password = username): Promise<void> {
  await page.locator('input[name="username"]').fill(username);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/login'));
}
