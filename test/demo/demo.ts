import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as openid from 'openid-client';
import { answerConsent } from '../support/consent.js';
import { HttpSession } from '../support/http-session.js';
import { WikiProcess } from '../support/wiki-process.js';
import { printedFetch } from './printed-fetch.js';

const redirectUri = 'https://notes.example.com/callback';
const print = (text: string) => void process.stdout.write(`${text}\n`);

let steps = 0;
async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  print(`\n${(++steps).toString()}. ${title}\n`);
  return work();
}

function credentialsOf(page: { readonly text: string }) {
  const valueOf = (name: string): string => {
    const input = new RegExp(`<input[^>]*(?:id|name)="${name}"[^>]*>`).exec(page.text)?.[0] ?? '';
    const value = /value="([^"]*)"/.exec(input)?.[1];
    assert(value, `The credentials page shows no ${name}.`);
    return value;
  };
  return { clientId: valueOf('client-id'), clientSecret: valueOf('client-secret') };
}

async function theMainJob(wiki: string): Promise<void> {
  const call = (token: string, path: string, init: RequestInit = {}) =>
    fetch(wiki + path, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });

  const admin = new HttpSession(wiki);
  const writer = new HttpSession(wiki);

  const created = await step('An administrator creates the link', async () => {
    await admin.signIn('admin');
    const first = await admin.get('/admin/application-links/new');
    const details = await admin.submit(first.form('direction'), {
      type: 'EXTERNAL_APPLICATION',
      direction: 'INCOMING',
    });
    const fields = { name: 'Notes', redirectUris: redirectUri, scope: 'WRITE' };
    const credentials = await admin.submit(details.form('redirectUris'), fields);
    assert.equal(credentials.status, 200);
    return credentialsOf(credentials);
  });

  const server = {
    issuer: wiki,
    authorization_endpoint: `${wiki}/rest/oauth2/latest/authorize`,
    token_endpoint: `${wiki}/rest/oauth2/latest/token`,
    authorization_response_iss_parameter_supported: true,
  };
  const authentication = openid.ClientSecretBasic(created.clientSecret);
  const application = new openid.Configuration(server, created.clientId, {}, authentication);
  openid.allowInsecureRequests(application);
  const verifier = openid.randomPKCECodeVerifier();
  const state = openid.randomState();

  const callback = await step('The application sends a person to the wiki, who signs in and consents', async () => {
    await writer.signIn('writer');
    const url = openid.buildAuthorizationUrl(application, {
      redirect_uri: redirectUri,
      scope: 'READ WRITE',
      state,
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    return answerConsent(writer, url);
  });

  const tokens = await step('The application exchanges the code', () =>
    openid.authorizationCodeGrant(application, callback, { pkceCodeVerifier: verifier, expectedState: state }),
  );

  await step('It reads who it works for, and creates a page', async () => {
    const me = (await (await call(tokens.access_token, '/rest/api/user/current')).json()) as { username: string };
    assert.equal(me.username, 'writer');
    const body = { storage: { value: '<p>Written by an application.</p>', representation: 'storage' } };
    const page = { type: 'page', title: 'From the application', space: { key: 'DEMO' }, body };
    const answer = await call(tokens.access_token, '/rest/api/content', { method: 'POST', body: JSON.stringify(page) });
    assert.equal(answer.status, 200);
  });

  await step('It is refused what it was not let in for', async () => {
    const answer = await call(tokens.access_token, '/rest/api/audit');
    assert.equal(answer.status, 403);
    assert.match(answer.headers.get('www-authenticate') ?? '', /insufficient_scope.*scope="ADMIN"/);
  });

  const refreshed = await step('It refreshes', async () => {
    const next = await openid.refreshTokenGrant(application, tokens.refresh_token ?? '');
    assert.equal((await call(next.access_token, '/rest/api/space')).status, 200);
    return next;
  });

  await step('The administrator looks the credentials up again', async () => {
    const list = await admin.get('/admin/application-links');
    const href = /href="([^"]*\/credentials)"/.exec(list.text)?.[1];
    assert(href, 'The list offers no View credentials.');
    assert.deepEqual(credentialsOf(await admin.get(href)), created);
  });

  await step('The person revokes it; its next call and its next refresh are refused', async () => {
    const page = await writer.get('/profile/authorized-applications');
    await writer.submit(page.form('Revoke'), {}, 'Revoke');
    assert.equal((await call(refreshed.access_token, '/rest/api/space')).status, 401);
    await assert.rejects(openid.refreshTokenGrant(application, refreshed.refresh_token ?? ''), {
      error: 'invalid_grant',
    });
  });
}

const dataDir = await mkdtemp(join(tmpdir(), 'drawbridge-demo-'));
const drop = () => rm(dataDir, { recursive: true, force: true });
const wiki = await WikiProcess.start({ database: { dataDir, drop } });
globalThis.fetch = printedFetch(globalThis.fetch, print);
try {
  await theMainJob(wiki.url);
  print(`\nAll ${steps.toString()} steps worked.`);
} catch (error) {
  print(`\nStep ${steps.toString()} did not work: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  await wiki.stop();
  await drop();
}
