import type { IncomingMessage } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { libraries } from './libraries.js';

const wikis = [
  { platform: 'express', contextPath: '' },
  { platform: 'fastify', contextPath: '/confluence' },
] as const;
const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');
for (const { name, missing } of libraries) if (missing) console.warn(`${name} is skipped. ${missing}.`);

describe.each(wikis)('client libraries, as they are, on $platform at "$contextPath"', ({ platform, contextPath }) => {
  let wiki: RunningWiki;
  let writer: HttpSession;
  let administration: Administration;
  const schemes: (string | undefined)[] = [];

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform, contextPath });
    writer = await new HttpSession(wiki.url).signIn('writer');
    administration = await Administration.of(await new HttpSession(wiki.url).signIn('admin'));
    (wiki.app.getHttpServer() as NodeJS.EventEmitter).on('request', ({ url, headers }: IncomingMessage) => {
      if (url?.endsWith('/token')) schemes.push(headers.authorization?.split(' ')[0]);
    });
  });

  afterAll(() => wiki.close());
  beforeEach(() => schemes.splice(0));

  describe.each(libraries)('$name', (library) => {
    it.skipIf(library.missing).each(library.ways)(
      'gets, uses and refreshes tokens, authentication $authentication, PKCE $pkce',
      async (way) => {
        const isPublic = way.authentication === 'none';
        const { clientId, clientSecret, redirectUri } = await administration.createLink({
          clientType: isPublic ? 'public' : 'confidential',
        });
        const client = library.create({
          wiki: wiki.url,
          clientId,
          redirectUri,
          scope: 'READ WRITE',
          pkce: way.pkce,
          ...(way.authentication === 'none' ? {} : { clientSecret, authentication: way.authentication }),
        });
        const asked = await client.begin();
        expect(asked.searchParams.has('code_challenge')).toBe(way.pkce);
        const tokens = await client.finish(await answerConsent(writer, asked));
        const me = await call(wiki.url, tokens.accessToken, '/rest/api/user/current');
        expect(await me.json()).toMatchObject({ username: 'writer' });

        const next = await client.refresh(tokens);
        expect(next.accessToken).not.toBe(tokens.accessToken);
        const json = { type: 'page', title: `By ${clientId}`, space: { key: 'DEMO' } };
        expect((await call(wiki.url, next.accessToken, '/rest/api/content', { method: 'POST', json })).status).toBe(
          200,
        );
        const scheme = way.authentication === 'Basic' ? 'Basic' : undefined;
        expect(schemes).toEqual([scheme, scheme]);
      },
    );
  });
});
