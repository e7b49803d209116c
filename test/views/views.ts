import type { Page } from 'playwright-core';
import type { World } from './world.js';

/** Something that can be seen: a page in one of its states. */
export interface View {
  /** Says what is seen; the name of its picture. */
  readonly name: string;
  /** Who looks at it. Nobody: not signed in. */
  readonly as: 'sysadmin' | 'writer' | null;
  /** Whether it is looked at in the wiki in which nothing has happened. */
  readonly isEmpty?: boolean;
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
  (parameters: Readonly<Record<string, string>> = {}, name: keyof World['links'] = 'hostile') =>
  ({ links: all }: World): string => {
    const own = {
      client_id: all[name].clientId,
      redirect_uri: all[name].redirectUri,
      response_type: 'code',
      scope: 'WRITE',
    };
    return `/rest/oauth2/latest/authorize?${new URLSearchParams({ ...own, ...parameters }).toString()}`;
  };

/** Of any verifier: nothing is exchanged. */
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** By what buttons are, for their words are those of each language. */
const press = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().click();
};

/** The same where it leads to another page. */
const follow = (selector: string) => (page: Page) => Promise.all([page.waitForEvent('load'), press(selector)(page)]);

const submit = follow('main form[method=post] button.db-button-primary:visible');

/** Sends the form of a page that has become out of date. */
const submitStale = async (page: Page) => {
  const tickets = await page.locator('main form input[name=ticket]').all();
  for (const ticket of tickets) await ticket.evaluate((input) => input.setAttribute('value', 'x'));
  await submit(page);
};

/** Types into a field of a form and sends it. */
const typed = (field: string, text: string) => async (page: Page) => {
  await page.locator(`main form [name=${field}]`).first().fill(text);
  await submit(page);
};

/** Somebody else saves the link that is edited here. */
const saveTooLate = async (page: Page) => {
  const other = await page.context().newPage();
  await other.goto(page.url());
  await typed('description', `Changed meanwhile, at ${performance.now().toString()}`)(other);
  await other.waitForURL(/done=saved/);
  await other.close();
  await submit(page);
};

const administrators: readonly Omit<View, 'as'>[] = [
  { name: 'links', at: () => links },
  { name: 'links-menu', at: () => links, then: (page) => page.locator('.db-menu > summary').first().click() },
  { name: 'links-second-page', at: () => `${links}?start=25` },
  { name: 'links-idle', at: () => `${links}?status=idle` },
  { name: 'links-most-people-first', at: () => `${links}?sort=-people` },
  { name: 'links-nothing-found', at: () => `${links}?query=nothing-like-it` },
  { name: 'links-nothing-found-with-status', at: () => `${links}?query=nothing-like-it&status=disabled` },
  { name: 'links-secret-ending', at: () => `${links}?status=secretEnding` },
  { name: 'links-deleted', at: ({ deleted }) => `${links}?done=deleted&link=${deleted}` },
  { name: 'links-none', at: () => links, isEmpty: true },
  { name: 'link-new', at: () => `${links}/new` },
  { name: 'link-new-details', at: () => `${links}/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING` },
  {
    name: 'link-new-problems',
    at: () => `${links}/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING`,
    then: submit,
  },
  {
    name: 'link-new-out-of-date',
    at: () => `${links}/new/details?type=EXTERNAL_APPLICATION&direction=INCOMING`,
    then: async (page) => {
      await page.locator('[name=name]').fill('Kept as it was typed');
      await submitStale(page);
    },
  },
  { name: 'link-active', at: ofLink('active') },
  { name: 'link-unused-public', at: ofLink('unused') },
  { name: 'link-disabled', at: ofLink('disabled') },
  { name: 'link-rotating', at: ofLink('rotating') },
  { name: 'link-secretless', at: ofLink('secretless') },
  { name: 'link-last-of-its-people', at: ofLink('active', '?people=60') },
  { name: 'link-hostile', at: ofLink('hostile') },
  { name: 'link-saved', at: ofLink('active', '?done=saved') },
  { name: 'link-just-disabled', at: ofLink('disabled', '?done=disabled') },
  { name: 'link-just-enabled', at: ofLink('unused', '?done=enabled') },
  { name: 'link-just-withdrawn', at: ofLink('active', '?done=withdrawn') },
  { name: 'link-just-withdrawn-from-all', at: ofLink('unused', '?done=allWithdrawn') },
  { name: 'credentials', at: ofLink('active', '/credentials') },
  { name: 'credentials-created', at: ofLink('active', '/credentials?created=yes') },
  { name: 'credentials-public', at: ofLink('unused', '/credentials') },
  { name: 'credentials-hostile', at: ofLink('hostile', '/credentials') },
  { name: 'credentials-rotating', at: ofLink('rotating', '/credentials') },
  { name: 'credentials-secretless', at: ofLink('secretless', '/credentials') },
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
      await submit(page);
      await press('button[value=allow]')(page);
      await page.waitForURL(/\/try\/back/);
    },
  },
  {
    name: 'trial-denied',
    at: ofLink('hostile', '/try'),
    then: async (page) => {
      await submit(page);
      await press('button[value=deny]')(page);
      await page.waitForURL(/\/try\/back/);
    },
  },
  { name: 'trial-of-disabled', at: ofLink('disabled', '/try') },
  { name: 'trial-over', at: ofLink('active', '/try/back') },
  { name: 'edit', at: ofLink('hostile', '/edit') },
  { name: 'edit-public', at: ofLink('unused', '/edit') },
  { name: 'edit-advanced', at: ofLink('active', '/edit'), then: press('details.db-more > summary') },
  {
    name: 'edit-problems',
    at: ofLink('hostile', '/edit'),
    then: typed('redirectUris', 'http://notes.example.com/#top'),
  },
  {
    name: 'edit-lifetime-problem',
    at: ofLink('active', '/edit'),
    then: async (page) => {
      await press('details.db-more > summary')(page);
      await typed('accessTokenSeconds', '99999999')(page);
    },
  },
  { name: 'edit-out-of-date', at: ofLink('active', '/edit'), then: submitStale },
  { name: 'edit-too-late', at: ofLink('edited', '/edit'), then: saveTooLate },
  { name: 'secret-new', at: ofLink('active', '/secrets/new') },
  { name: 'secret-new-first', at: ofLink('secretless', '/secrets/new') },
  { name: 'secret-new-out-of-date', at: ofLink('active', '/secrets/new'), then: submitStale },
  {
    name: 'secret-new-no-choice',
    at: ofLink('active', '/secrets/new'),
    then: async (page) => {
      for (const choice of await page.locator('[name=overlap]').all())
        await choice.evaluate((input: HTMLInputElement) => Object.assign(input, { checked: false, required: false }));
      await submit(page);
    },
  },
  { name: 'secret-end', at: ofLink('rotating', '/secrets'), then: follow('a[href$="/end"] >> nth=-1') },
  { name: 'secret-end-last', at: ofLink('disabled', '/secrets'), then: follow('a[href$="/end"]') },
  { name: 'rotation-waiting', at: ofLink('waiting', '/secrets?done=secretCreated') },
  { name: 'rotation-unused', at: ofLink('disabled', '/secrets') },
  { name: 'rotation-quiet', at: ofLink('quiet', '/secrets') },
  { name: 'rotation-secretless', at: ofLink('secretless', '/secrets') },
  { name: 'rotation-settled', at: ofLink('active', '/secrets') },
  { name: 'rotation-finished', at: ofLink('renewed', '/secrets?done=secretEnded') },
  { name: 'rotation-under-way', at: ofLink('rotating', '/secrets') },
  { name: 'disable', at: ofLink('active', '/disable') },
  { name: 'disable-out-of-date', at: ofLink('active', '/disable'), then: submitStale },
  { name: 'enable', at: ofLink('disabled', '/enable') },
  { name: 'delete', at: ofLink('hostile', '/delete') },
  {
    name: 'delete-wrong-name',
    at: ofLink('hostile', '/delete'),
    then: async (page) => {
      await page.getByRole('textbox').fill('Another one');
      await submit(page);
    },
  },
  { name: 'withdraw-all', at: ofLink('active', '/withdraw') },
  { name: 'withdraw-all-wrong-name', at: ofLink('active', '/withdraw'), then: typed('name', '   ') },
  { name: 'withdraw', at: (world) => `${ofLink('active', '/withdraw')(world)}?person=${world.person}` },
  { name: 'withdraw-gone', at: ofLink('active', '/withdraw?person=gone') },
  { name: 'reach', at: () => `${links}/reach` },
  { name: 'reach-of-link', at: ({ links: { active } }) => `${links}/reach?clientId=${active.clientId}` },
  {
    name: 'reach-for-person',
    at: ({ links: { hostile }, person }) => `${links}/reach?clientId=${hostile.clientId}&userId=${person}`,
  },
  { name: 'reach-disabled', at: ({ links: { disabled } }) => `${links}/reach?clientId=${disabled.clientId}` },
  {
    name: 'reach-not-authorized',
    at: ({ links: { unused }, person }) => `${links}/reach?clientId=${unused.clientId}&userId=${person}`,
  },
  { name: 'reach-none', at: () => `${links}/reach`, isEmpty: true },
  { name: 'reach-nothing-found', at: () => `${links}/reach?query=nothing-like-it` },
  { name: 'audit', at: () => `${links}/audit` },
  { name: 'audit-of-link', at: ({ links: { hostile } }) => `${links}/audit?link=${hostile.clientId}&type=links` },
  { name: 'audit-nothing-found', at: () => `${links}/audit?link=nothing-like-it&from=2026-01-01` },
  { name: 'audit-refused', at: () => `${links}/audit?address=my+office&from=2026-11-30&to=2026-11-29` },
  { name: 'audit-older', at: () => `${links}/audit`, then: follow('a[rel=next]') },
  {
    name: 'audit-of-person',
    at: ({ person }) => `${links}/audit?person=${person}&address=192.0.2.7&type=authorizations`,
  },
  { name: 'audit-none', at: () => `${links}/audit`, isEmpty: true },
  { name: 'no-such-link', at: () => `${links}/00000000-0000-4000-8000-000000000000` },
];

const people: readonly Omit<View, 'as'>[] = [
  { name: 'consent', at: asked({ scope: 'READ WRITE ADMIN' }) },
  { name: 'consent-all-permissions', at: asked({ scope: 'READ WRITE ADMIN SYSTEM_ADMIN' }) },
  { name: 'consent-one-permission', at: asked({ scope: 'READ' }) },
  { name: 'consent-remembered', at: asked({ scope: 'READ WRITE' }, 'edited') },
  {
    name: 'consent-of-app',
    at: asked({ scope: 'READ', code_challenge: challenge, code_challenge_method: 'S256' }, 'unused'),
  },
  { name: 'consent-again', at: asked({ scope: 'READ WRITE' }), then: submitStale },
  { name: 'authorized-applications', at: () => '/profile/authorized-applications' },
  {
    name: 'authorized-applications-revoking',
    at: () => '/profile/authorized-applications',
    then: (page) => page.locator('.db-revoke > summary').first().click(),
  },
  { name: 'authorized-applications-not-found', at: () => '/profile/authorized-applications?query=nothing-like-it' },
  { name: 'authorized-applications-revoked', at: () => '/profile/authorized-applications?revoked' },
  {
    name: 'authorized-applications-out-of-date',
    at: () => '/profile/authorized-applications',
    then: async (page) => {
      await press('.db-revoke > summary')(page);
      await submitStale(page);
    },
  },
  { name: 'authorized-applications-none', at: () => '/profile/authorized-applications', isEmpty: true },
  { name: 'language-and-time', at: () => '/profile/language' },
  { name: 'language-and-time-saved', at: () => '/profile/language?saved=1' },
  { name: 'refused-unknown-application', at: asked({ client_id: '0'.repeat(32) }) },
  {
    name: 'refused-wrong-address',
    at: asked({ redirect_uri: 'https://elsewhere.example.com/' }),
    then: (page) => page.locator('.db-technical > summary').click(),
  },
  { name: 'refused-nameless-application', at: asked({ client_id: '' }) },
  { name: 'refused-no-address', at: asked({ redirect_uri: '' }) },
  { name: 'forbidden', at: () => links },
];

/** Everything there is to see. */
export const views: readonly View[] = [
  ...administrators.map((view): View => ({ ...view, as: 'sysadmin' })),
  ...people.map((view): View => ({ ...view, as: 'writer' })),
  { name: 'signing-in-first', as: null, at: () => links },
];

/** Each with its name before it, as tests are named. */
export const named = <Thing extends { readonly name: string }>(things: readonly Thing[]): [string, Thing][] =>
  things.map((thing) => [thing.name, thing]);
