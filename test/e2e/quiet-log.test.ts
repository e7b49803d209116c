import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { WikiProcess } from '../support/wiki-process.js';

/** A refresh as some clients of Confluence send it, everything in the address. */
async function sendInAddress(wiki: string, { link }: LinkedApplication, refreshToken: string) {
  const { clientId, clientSecret } = link;
  const credentials = { client_id: clientId, client_secret: clientSecret };
  const query = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken, ...credentials });
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await fetch(`${wiki}/rest/oauth2/latest/token?${query.toString()}`, { method: 'POST', headers });
  return (await answer.json()) as Record<string, unknown>;
}

describe.each(databases)('P11 the log on %s', (database) => {
  let fresh: FreshDatabase;
  let wiki: WikiProcess;

  beforeAll(async () => {
    fresh = await database.fresh();
    wiki = await WikiProcess.start({ database: fresh, env: { OAUTH_ALLOW_SECRET_IN_QUERY: 'true' } });
  });

  afterAll(async () => {
    await wiki.kill();
    await fresh.drop();
  });

  it('holds no secret, code, token or verifier, whatever went well or wrong', async () => {
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const writer = await new HttpSession(wiki.url).signIn('writer');
    const application = await LinkedApplication.create(wiki.url, admin);
    const code = await application.codeFrom(writer);
    const first = (await application.exchange(code)).body;
    const second = (await application.refresh(String(first.refresh_token))).body;
    await call(wiki.url, String(second.access_token), '/rest/api/space');
    await call(wiki.url, String(second.access_token), '/rest/api/audit');
    await call(wiki.url, `${String(second.access_token)}x`, '/rest/api/space');
    await fetch(`${wiki.url}/rest/api/space?access_token=${String(second.access_token)}`);
    const third = await sendInAddress(wiki.url, application, String(second.refresh_token));
    expect(third.access_token).toMatch(/^dbr_at_/);
    await sendInAddress(wiki.url, application, `${String(third.refresh_token)}x`);
    await application.exchange(code, { code_verifier: 'v'.repeat(50) });
    let { refreshToken } = await application.tokensFrom(writer);
    const stolen = refreshToken;
    for (let step = 0; step < 2; step++) {
      refreshToken = String((await application.refresh(refreshToken)).body.refresh_token);
    }
    await application.refresh(stolen);
    await admin.get(`/admin/application-links/${application.link.id}/credentials`);
    await wiki.stop();
    const { clientId } = application.link;
    for (const what of ['An authorization code', 'A refresh token']) {
      expect(wiki.output).toMatch(
        new RegExp(`${what} of application ${clientId} came a second time, from [0-9a-f.:]+`),
      );
    }
    const secrets = [code, first.access_token, first.refresh_token, second.access_token, second.refresh_token];
    for (const secret of [
      ...secrets,
      third.access_token,
      third.refresh_token,
      stolen,
      refreshToken,
      application.link.clientSecret,
      'v'.repeat(50),
    ]) {
      expect(wiki.output).not.toContain(String(secret).slice(0, 24));
    }
  });

  it('and a clean stop loses no count of what was used', async () => {
    await wiki.restart();
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const application = await LinkedApplication.create(wiki.url, admin);
    const { accessToken } = await application.tokensFrom(await new HttpSession(wiki.url).signIn('writer'));
    for (const path of ['/rest/api/space', '/rest/api/space', '/rest/api/audit'])
      await call(wiki.url, accessToken, path);
    await wiki.stop();
    await wiki.restart();
    const again = await new HttpSession(wiki.url).signIn('admin');
    const usage = await again.request(`/rest/application-links/latest/links/${application.link.id}/usage?days=1`);
    expect(usage.text).toMatch(/"requests":2,"refusals":1/);
  });
});
