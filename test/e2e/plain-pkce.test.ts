import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const verifier = 'p'.repeat(43);
const ways: readonly Record<string, string>[] = [
  { code_challenge: verifier, code_challenge_method: 'plain' },
  { code_challenge: verifier },
];

describe.each(databases)('plain PKCE on %s', (database) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let writer: HttpSession;
  let lenient: LinkedApplication;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    admin = await new HttpSession(wiki.url).signIn('admin');
    writer = await new HttpSession(wiki.url).signIn('writer');
    lenient = await LinkedApplication.create(wiki.url, admin, { plainPkceAllowed: true });
  });
  afterAll(() => wiki.close());

  const refusal = async (application: LinkedApplication, parameters: Record<string, string>) => {
    const { location } = await writer.request(application.authorizationUrl(parameters).href);
    return new URL(location ?? 'none:').searchParams;
  };

  it.each(ways)('P7 binds the code to its verifier: %j', async (way) => {
    const right = await lenient.exchange(await lenient.codeFrom(writer, way), { code_verifier: verifier });
    expect([right.status, right.body.token_type]).toEqual([200, 'bearer']);
    const wrong = await lenient.exchange(await lenient.codeFrom(writer, way), { code_verifier: 'q'.repeat(43) });
    expect(wrong.body).toMatchObject({ error: 'invalid_grant' });
    const none = await lenient.exchange(await lenient.codeFrom(writer, way));
    expect(none.body.error_description).toContain('code_verifier is missing');
    const s256 = createHash('sha256').update(verifier).digest('base64url');
    const digest = await lenient.exchange(await lenient.codeFrom(writer, way), { code_verifier: s256 });
    expect(digest.status).toBe(400);
  });

  it('P10 keeps no verifier', async () => {
    await lenient.codeFrom(writer, ways[0]);
    const rows = JSON.stringify(await wiki.get(DataSource).manager.find('Family'));
    expect(rows).not.toContain(verifier);
  });

  it('is refused by every link that does not allow it, at once where it no longer does', async () => {
    const usual = await LinkedApplication.create(wiki.url, admin);
    const device = await LinkedApplication.create(wiki.url, admin, { clientType: 'public' });
    const strict = await LinkedApplication.create(wiki.url, admin, { plainPkceAllowed: true });
    await (await Administration.of(admin)).updateLink(strict.link.id, { plainPkceAllowed: false });
    for (const application of [usual, device, strict]) {
      for (const way of ways) {
        const answer = await refusal(application, way);
        expect([answer.get('error'), answer.get('error_description')]).toEqual([
          'invalid_request',
          'The only code_challenge_method here is S256.',
        ]);
      }
    }
  });

  it('cannot be allowed to a public application', async () => {
    const administration = await Administration.of(admin);
    const wanted = {
      name: 'On a phone',
      redirectUris: ['https://phone.example.com/'],
      scopes: ['READ'],
      clientType: 'public',
      plainPkceAllowed: true,
    };
    const refused = await administration.send('POST', '/rest/application-links/latest/links', wanted);
    expect(refused.status).toBe(400);
    expect(refused.json()).toMatchObject({ errors: [{ field: 'plainPkceAllowed' }] });
    const { link } = await LinkedApplication.create(wiki.url, admin, { clientType: 'public' });
    await expect(administration.updateLink(link.id, { plainPkceAllowed: true })).rejects.toThrow('plain challenge');
  });

  it('is not in the metadata: what every link can do is', async () => {
    const document: unknown = await (await fetch(`${wiki.url}/.well-known/oauth-authorization-server`)).json();
    expect(document).toMatchObject({ code_challenge_methods_supported: ['S256'] });
  });
});
