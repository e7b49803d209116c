import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { startWiki } from '../support/start-wiki.js';

const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

it.each(databases)('P10 a new key takes over while the old one is still read, on %s', async (kind) => {
  const database = await kind.fresh();
  const [older, newer] = [newKey('older'), newKey('newer')];
  const startWith = (keys: string) => startWiki({ database, config: { keys } });

  const before = await startWith(older);
  const admin = await new HttpSession(before.url).signIn('admin');
  const application = await LinkedApplication.create(before.url, admin);
  const { link } = application;
  const { body: old } = await application.exchange(await application.codeFrom(admin));
  await before.close();

  const credentials = { client_id: link.clientId, client_secret: link.clientSecret };
  const refresh = (wiki: string, token: unknown) =>
    postToken(wiki, { grant_type: 'refresh_token', refresh_token: String(token), ...credentials });
  const during = await startWith(`${newer},${older}`);
  const { body: next } = await refresh(during.url, old.refresh_token);
  const again = await new HttpSession(during.url).signIn('admin');
  const shown = await again.request(`/rest/application-links/latest/links/${link.id}/credentials`);
  expect(shown.json()).toMatchObject({ clientSecret: link.clientSecret });
  await during.close();

  const after = await startWith(newer);
  expect((await refresh(after.url, old.refresh_token)).body.error_description).toContain('unknown');
  expect((await refresh(after.url, next.refresh_token)).status).toBe(200);
  await after.close();
  await database.drop();
});
