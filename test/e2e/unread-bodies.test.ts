import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sendRaw } from '../support/raw-request.js';
import { databases } from '../support/databases.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';
const html = 'text/html; charset=utf-8';
const formOnly = 'Send the parameters as application/x-www-form-urlencoded in the body of the POST.';
const utf8Only = 'Send the form in UTF-8: the Content-Type without a charset, or with charset=utf-8.';
const noEncoding = 'The body could not be read by its Content-Encoding. Send it without one.';
const tooLarge =
  'The body is larger than the server reads, or has too many parameters. Send those of this endpoint alone.';

type Headers = Readonly<Record<string, string>>;

/** What the readers of bodies of both platforms refuse, or read as something that it is not. */
const bodies: readonly [what: string, headers: Headers, body: string | Buffer, status: number, says: string][] = [
  ['JSON', { 'content-type': json }, '{"grant_type":"refresh_token"}', 400, formOnly],
  ['malformed JSON', { 'content-type': json }, '{"grant_type":', 400, formOnly],
  ['no JSON at all', { 'content-type': json }, '', 400, formOnly],
  ['JSON with __proto__', { 'content-type': json }, '{"__proto__":{"x":1}}', 400, formOnly],
  ['JSON in UTF-16', { 'content-type': `${json}; charset=utf-16` }, '{}', 400, formOnly],
  ['XML', { 'content-type': 'application/xml' }, '<grant_type/>', 400, formOnly],
  ['multipart', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--\r\n', 400, formOnly],
  ['no type', {}, 'grant_type=refresh_token', 400, formOnly],
  ['a type that is none', { 'content-type': '/' }, 'grant_type=refresh_token', 400, formOnly],
  ['a form in UTF-16', { 'content-type': `${form}; charset=utf-16` }, 'grant_type=x', 400, utf8Only],
  ['broken gzip', { 'content-type': form, 'content-encoding': 'gzip' }, '\x1f\x8b\x01', 400, noEncoding],
  ['6 MB', { 'content-type': form }, `grant_type=${'x'.repeat(6_000_000)}`, 413, tooLarge],
  ['6 MB of JSON', { 'content-type': json }, `"${'x'.repeat(6_000_000)}"`, 413, tooLarge],
];

const hosts = (['express', 'fastify'] as const).flatMap((platform) =>
  ['', '/confluence'].map((contextPath) => ({ platform, contextPath })),
);

describe.each(hosts)('what $platform below "$contextPath" does not read', ({ platform, contextPath }) => {
  let wiki: RunningWiki;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform, contextPath });
  });

  afterAll(() => wiki.close());

  const send = (path: string, headers: Headers, body: string | Buffer) =>
    sendRaw(wiki.url, {
      method: 'POST',
      target: contextPath + path,
      headers: { connection: 'close', ...headers },
      body: Buffer.from(body),
    });

  describe.each(['latest/token', '1.0/token', 'latest/revoke', 'latest/introspect'])('at %s', (endpoint) => {
    it.each(bodies)('P20 %s is told in the words of the protocol', async (_, headers, body, status, says) => {
      const answer = await send(`/rest/oauth2/${endpoint}`, headers, body);
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        status,
        { error: 'invalid_request', error_description: says },
      ]);
      expect(answer.headers['cache-control']).toBe('no-store');
    });
  });

  it.each(bodies)('P20 %s at the pages is told to the person, and its cause to the developer', async (...of) => {
    const [, headers, body, status, says] = of;
    for (const path of ['/rest/oauth2/latest/authorize', '/rest/oauth2/1.0/authorize']) {
      const answer = await send(path, headers, body);
      expect([path, answer.status, answer.headers['content-type']]).toEqual([path, status, html]);
      expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
      expect(answer.text).toContain('For the developer of the application');
      expect(answer.text).toContain(`<code>invalid_request: ${says.replaceAll('&', '&amp;')}</code>`);
    }
    for (const path of ['/rest/oauth2/latest/consent', '/profile/authorized-applications']) {
      const answer = await send(path, headers, body);
      expect(answer.status).toBeLessThan(500);
      if (answer.status >= 400) expect([path, answer.headers['content-type']]).toEqual([path, html]);
    }
  });

  it('takes what is only unusual', async () => {
    const says = async (headers: Headers, body: string | Buffer) => {
      const { status, text } = await send('/rest/oauth2/latest/token', { 'content-type': form, ...headers }, body);
      return [status, (JSON.parse(text) as { error: string }).error];
    };
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'iso-8859-1']) {
      expect(await says({ 'content-type': `${form}; charset=${charset}` }, 'client_id=x')).toEqual([
        401,
        'invalid_client',
      ]);
    }
    expect(await says({ 'content-encoding': 'identity' }, 'client_id=x')).toEqual([401, 'invalid_client']);
    const zipped = await says({ 'content-encoding': 'gzip' }, gzipSync('client_id=x'));
    expect(zipped).toEqual(platform === 'express' ? [401, 'invalid_client'] : [400, 'invalid_request']);
  });

  it('is told so however the address is spelled, as far as it leads there', async () => {
    const spellings = ['/rest/oauth2/latest/token/', '/rest/oauth2/latest/token?x=/y'];
    if (platform === 'express') spellings.push('/REST/oauth2/latest/TOKEN');
    for (const path of spellings) {
      const { status, text } = await send(path, { 'content-type': json }, '{');
      expect([path, status, JSON.parse(text)]).toMatchObject([path, 400, { error_description: formOnly }]);
    }
  });

  it('is left to the host everywhere else', async () => {
    const { status, text } = await send('/rest/api/content', { 'content-type': json }, '{');
    expect([status, JSON.parse(text)]).toMatchObject([400, { statusCode: 400 }]);
    expect(text).not.toContain('error_description');
    expect((await send('/rest/oauth2/latest/nothing', { 'content-type': json }, '{"a":1}')).status).toBe(404);
  });

  it('P20 a body that is cut off breaks nothing', async () => {
    const { hostname, port } = new URL(wiki.url);
    for (const name of ['token', 'authorize']) {
      const socket = connect(Number(port), hostname);
      const head = [`POST ${contextPath}/rest/oauth2/latest/${name} HTTP/1.1`, `Host: ${hostname}`];
      socket.end([...head, `Content-Type: ${form}`, 'Content-Length: 100', '', 'grant_type='].join('\r\n'));
      socket.resume();
      await once(socket, 'close');
    }
    expect((await send('/rest/oauth2/latest/token', { 'content-type': form }, '')).status).toBe(401);
  });
});
