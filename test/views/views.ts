import type { Page } from 'playwright-core';
import type { World } from './world.js';

/** Something that can be seen: a page in one of its states. */
export interface View {
  /** Says what is seen; the name of its picture. */
  readonly name: string;
  /** Who looks at it. Nobody: not signed in. */
  readonly as: 'sysadmin' | 'writer' | null;
  /** Its address below the wiki's. */
  readonly at: (world: World) => string;
  /** What is done before one looks. */
  readonly then?: (page: Page) => Promise<unknown>;
}

const links = '/admin/application-links';
const ofLink =
  (name: keyof World['links'], page = '') =>
  ({ links: all }: World): string =>
    `${links}/${all[name].id}${page}`;

const asked =
  (parameters: Readonly<Record<string, string>> = {}) =>
  ({ links: { hostile } }: World): string => {
    const own = {
      client_id: hostile.clientId,
      redirect_uri: hostile.redirectUri,
      response_type: 'code',
      scope: 'WRITE',
    };
    return `/rest/oauth2/latest/authorize?${new URLSearchParams({ ...own, ...parameters }).toString()}`;
  };

/** By what buttons are, for their words are those of each language. */
const press = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click();
};

const administrators: readonly Omit<View, 'as'>[] = [
  { name: 'links', at: () => links },
  { name: 'links-menu', at: () => links, then: (page) => page.locator('.db-menu > summary').first().click() },
  { name: 'links-second-page', at: () => `${links}?start=25` },
  { name: 'links-idle', at: () => `${links}?status=idle` },
  { name: 'links-most-people-first', at: () => `${links}?sort=-people` },
  { name: 'links-nothing-found', at: () => `${links}?query=nothing-like-it` },
  { name: 'link-new', at: () => `${links}/new` },
  { name: 'link-new-details', at: () => `${links}/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING` },
  {
    name: 'link-new-problems',
    at: () => `${links}/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING`,
    then: press('.db-form button.db-button-primary'),
  },
  { name: 'link-active', at: ofLink('active') },
  { name: 'link-unused-public', at: ofLink('unused') },
  { name: 'link-disabled', at: ofLink('disabled') },
  { name: 'link-rotating', at: ofLink('rotating') },
  { name: 'link-hostile', at: ofLink('hostile') },
  { name: 'link-saved', at: ofLink('active', '?done=saved') },
  { name: 'credentials', at: ofLink('active', '/credentials') },
  { name: 'credentials-created', at: ofLink('active', '/credentials?created=yes') },
  { name: 'credentials-public', at: ofLink('unused', '/credentials') },
  { name: 'credentials-hostile', at: ofLink('hostile', '/credentials') },
  {
    name: 'credentials-snippet',
    at: ofLink('hostile', '/credentials'),
    then: (page) => page.locator('details > summary', { hasText: 'curl' }).click(),
  },
  { name: 'trial', at: ofLink('hostile', '/try') },
  {
    name: 'trial-done',
    at: ofLink('active', '/try'),
    then: async (page) => {
      await press('form button.db-button-primary')(page);
      await press('button[value=allow]')(page);
      await page.waitForURL(/\/try\/back/);
    },
  },
  { name: 'edit', at: ofLink('hostile', '/edit') },
  { name: 'secret-new', at: ofLink('active', '/secrets/new') },
  { name: 'rotation-settled', at: ofLink('active', '/secrets') },
  { name: 'rotation-finished', at: ofLink('renewed', '/secrets?done=secretEnded') },
  { name: 'rotation-under-way', at: ofLink('rotating', '/secrets') },
  { name: 'disable', at: ofLink('active', '/disable') },
  { name: 'enable', at: ofLink('disabled', '/enable') },
  { name: 'delete', at: ofLink('hostile', '/delete') },
  {
    name: 'delete-wrong-name',
    at: ofLink('hostile', '/delete'),
    then: async (page) => {
      await page.getByRole('textbox').fill('Another one');
      await press('form button.db-button-danger')(page);
    },
  },
  { name: 'withdraw-all', at: ofLink('active', '/withdraw') },
  { name: 'reach', at: () => `${links}/reach` },
  { name: 'reach-of-link', at: ({ links: { active } }) => `${links}/reach?clientId=${active.clientId}` },
  { name: 'reach-nothing-found', at: () => `${links}/reach?query=nothing-like-it` },
  { name: 'audit', at: () => `${links}/audit` },
  { name: 'audit-of-link', at: ({ links: { hostile } }) => `${links}/audit?link=${hostile.clientId}&type=links` },
  { name: 'audit-nothing-found', at: () => `${links}/audit?link=nothing-like-it&from=2026-01-01` },
  { name: 'audit-refused', at: () => `${links}/audit?address=my+office` },
  { name: 'no-such-link', at: () => `${links}/00000000-0000-4000-8000-000000000000` },
];

const people: readonly Omit<View, 'as'>[] = [
  { name: 'consent', at: asked({ scope: 'READ WRITE ADMIN' }) },
  { name: 'consent-all-permissions', at: asked({ scope: 'READ WRITE ADMIN SYSTEM_ADMIN' }) },
  { name: 'consent-one-permission', at: asked({ scope: 'READ' }) },
  { name: 'authorized-applications', at: () => '/profile/authorized-applications' },
  {
    name: 'authorized-applications-revoking',
    at: () => '/profile/authorized-applications',
    then: (page) => page.locator('.db-revoke > summary').first().click(),
  },
  { name: 'authorized-applications-not-found', at: () => '/profile/authorized-applications?query=nothing-like-it' },
  { name: 'language-and-time', at: () => '/profile/language' },
  { name: 'refused-unknown-application', at: asked({ client_id: '0'.repeat(32) }) },
  {
    name: 'refused-wrong-address',
    at: asked({ redirect_uri: 'https://elsewhere.example.com/' }),
    then: (page) => page.locator('.db-technical > summary').click(),
  },
  { name: 'refused-nameless-application', at: asked({ client_id: '' }) },
  { name: 'forbidden', at: () => links },
];

/** Everything there is to see. */
export const views: readonly View[] = [
  ...administrators.map((view): View => ({ ...view, as: 'sysadmin' })),
  ...people.map((view): View => ({ ...view, as: 'writer' })),
];

/** Each with its name before it, as tests are named. */
export const named = <Thing extends { readonly name: string }>(things: readonly Thing[]): [string, Thing][] =>
  things.map((thing) => [thing.name, thing]);
