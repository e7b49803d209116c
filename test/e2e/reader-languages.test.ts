import { Reader } from 'nestjs-drawbridge/oauth-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkWords } from '../../libs/application-links/src/words/link-words.js';
import { LINK_SORTS } from '../../libs/application-links/src/links/link-query.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const settings = '/profile/language';
const words = {
  de: { 'consent.title': '{name} hereinlassen?', 'consent.noRights': 'Ihr Konto darf hier nichts.' },
  fr: { 'authorize.refused': 'Cette application ne peut pas entrer', 'consent.title': 'Laisser entrer {name} ?' },
};
const german = new Reader({ language: 'de', locale: 'de', timeZone: 'UTC' });
const isRefusal = (status: number): boolean => status >= 400 && status < 500;
const runs = databases.flatMap((database) =>
  (['express', 'fastify'] as const).map((platform) => ({ database, platform, name: database.name })),
);

describe.each(runs)('the language of pages, on $name and $platform', ({ database, platform }) => {
  let wiki: RunningWiki;
  let writer: HttpSession;
  let application: LinkedApplication;

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, config: { oauth: { words } } });
    writer = await new HttpSession(wiki.url).signIn('writer');
    const admin = await new HttpSession(wiki.url).signIn('admin');
    application = await LinkedApplication.create(wiki.url, admin, { name: 'Notes' });
  });
  afterAll(() => wiki.close());

  const choose = async (choice: Record<string, string>) =>
    writer.submit((await writer.get(settings)).form(settings), choice, 'Save');
  const asked = async (headers: Record<string, string> = {}, parameters: Record<string, string> = {}) => {
    const { text } = await writer.request(application.authorizationUrl(parameters).href, { headers });
    const [, lang, dir] = /<html lang="([^"]*)" dir="([^"]*)"/.exec(text) ?? [];
    return { lang, dir, title: /<title>([^<]*)<\/title>/.exec(text)?.[1]?.split(' – ')[0] };
  };

  it('is the browser’s for whoever chose none', async () => {
    expect(await asked({ 'accept-language': 'de-AT, fr;q=0.5' })).toMatchObject({ lang: 'de', dir: 'ltr' });
    expect(await asked({ 'accept-language': 'fr' })).toMatchObject({ lang: 'fr', title: 'Laisser entrer Notes ?' });
    expect(await asked({ 'accept-language': 'xx, *' })).toMatchObject({ lang: 'en', title: 'Let Notes in?' });
  });

  it('is that of what a page refuses, too, while programs hear English', async () => {
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const [german, gone] = [{ 'accept-language': 'de' }, '0'.repeat(32)];
    const page = await admin.request(`/admin/application-links/${gone}`, { headers: german });
    expect([page.status, page.text]).toEqual([
      404,
      expect.stringContaining(linkWords.translations.de?.['link.gone'] ?? '-'),
    ]);
    const forbidden = await writer.request('/admin/application-links', { headers: german });
    expect([forbidden.status, forbidden.text]).toEqual([
      403,
      expect.stringContaining(linkWords.translations.de?.['administrators.only'] ?? '-'),
    ]);
    const json = await admin.request(`/rest/application-links/latest/links/${gone}`, { headers: german });
    expect(json.json()).toMatchObject({ message: 'There is no application link with this id (any more).' });
  });

  it.each([
    ['withdraw.none', (id: string) => `/${id}/withdraw?person=nobody`, {}],
    ['endSecret.ended', (id: string) => `/${id}/secrets/${id}/end`, {}],
    ['link.gone.client', () => `/reach?clientId=nobody`, {}],
    ['reach.person.unknown', () => `/reach?userId=nobody`, {}],
    ['query.oneOf', () => '?sort=x', { name: 'sort', known: LINK_SORTS.join(', ') }],
    ['query.once', () => '?sort=x&sort=y', { name: 'sort' }],
    ['query.number', () => '?start=-1', { name: 'start', least: '0', most: '1000000000' }],
  ] as const)('is that of a page that refuses with %s', async (key, at, values) => {
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const address = `/admin/application-links${at(application.link.id)}`;
    const page = await admin.request(address, { headers: { 'accept-language': 'de' } });
    const said = german.text(linkWords, key, values as never);
    expect([page.status, page.text]).toEqual([expect.toSatisfy(isRefusal), expect.stringContaining(said)]);
  });

  it('is that of the title of a window, too', async () => {
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const path = `/admin/application-links/${application.link.id}/credentials`;
    const { text } = await admin.request(path, { headers: { 'accept-language': 'de' } });
    expect(text).toContain('<title>Zugangsdaten von Notes – ');
  });

  it('is what the person chose, whatever their browser asks for', async () => {
    expect((await choose({ language: 'de', timeZone: 'Asia/Tokyo' })).text).toContain('Your choice is saved.');
    expect(await asked({ 'accept-language': 'fr' })).toMatchObject({ lang: 'de', title: 'Notes hereinlassen?' });
    const { text } = await writer.get('/profile/authorized-applications');
    expect(text).toContain('<html lang="de" dir="ltr"');
  });

  it('is the browser’s on error pages, which ask nobody', async () => {
    const refused = await asked({ 'accept-language': 'fr' }, { client_id: '0'.repeat(32) });
    expect(refused).toMatchObject({ lang: 'fr', title: 'Cette application ne peut pas entrer' });
  });

  it('is English for the wiki’s own pages and for programs', async () => {
    expect((await writer.get('/profile')).text).toContain('<html lang="en" dir="ltr"');
    const answer = await writer.request('/rest/oauth2/latest/authorizations/x', { method: 'DELETE' });
    expect(answer.json()).toMatchObject({ statusCode: 403 });
    expect(answer.text).toContain('Send the X-CSRF-Token');
  });

  it('P20 is none that is not offered', async () => {
    await choose({ language: 'de', timeZone: 'Asia/Tokyo' });
    for (const choice of [{ language: 'tlh' }, { timeZone: 'Mars/Olympus' }, { language: 'constructor' }]) {
      const answer = await choose({ language: 'ja', timeZone: 'Europe/Berlin', ...choice });
      expect([answer.status, answer.text.includes('of the lists')]).toEqual([400, true]);
    }
    expect(await asked()).toMatchObject({ lang: 'de' });
  });
});
