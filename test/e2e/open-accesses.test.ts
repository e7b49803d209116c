import type { Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GroupsService } from '../../apps/wiki/src/groups/groups.service.js';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { DatabaseLine } from '../support/database-line.js';
import { type FreshDatabase, postgres } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { mountOutside } from '../support/outside-nest.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { endOf, within } from '../support/streams.js';

describe('P6 what is open on two nodes', () => {
  let database: FreshDatabase;
  let nodes: readonly [RunningWiki, RunningWiki];
  let admin: HttpSession;

  beforeAll(async () => {
    database = await postgres.fresh();
    const first = await startWiki({ database, mount: mountOutside });
    nodes = [first, await startWiki({ database, platform: 'fastify', mount: mountOutside })];
    admin = await new HttpSession(nodes[0].url).signIn('admin');
  });

  afterAll(async () => {
    for (const { app } of nodes) (app.getHttpServer() as Server).closeAllConnections();
    await Promise.all(nodes.map((node) => node.close()));
    await database.drop();
  });

  /** A stream on each node under a link of its own. */
  const open = async (role = 'writer') => {
    const application = await LinkedApplication.create(nodes[0].url, admin);
    const tokens = await application.tokensFrom(await new HttpSession(nodes[0].url).signIn(role));
    const answers = await Promise.all(nodes.map(({ url }) => call(url, tokens.accessToken, '/outside/stream')));
    const [here, there] = answers.map(endOf);
    return { application, tokens, here: here!, there: there! };
  };
  const path = '/rest/application-links/latest';

  it.each<[string, (opened: Awaited<ReturnType<typeof open>>, by: Administration) => Promise<unknown>]>([
    ['the application revokes it', async ({ application, tokens }) => application.revoke(tokens.accessToken)],
    ['the link is deleted', async ({ application }, by) => by.deleteLink(application.link.id)],
    ['the link is disabled', async ({ application }, by) => by.updateLink(application.link.id, { enabled: false })],
    [
      'all authorizations are ended',
      async ({ application }, by) => by.send('DELETE', `${path}/links/${application.link.id}/authorizations`),
    ],
    [
      'a refresh token comes twice',
      async ({ application, tokens }) => {
        await application.refresh(tokens.refreshToken);
        nodes[0].clock.advance(60_000);
        await application.refresh(tokens.refreshToken);
      },
    ],
    ['applications are turned away', async (_, by) => by.send('PUT', `${path}/pause`)],
  ])('is closed at once here and within a second there: %s', async (_, end) => {
    const opened = await open();
    const administration = await Administration.of(admin);
    await end(opened, administration);
    expect(await within(300, opened.here)).toBe('cut');
    expect(await within(2500, opened.there)).toBe('cut');
    await administration.send('DELETE', `${path}/pause`);
  });

  it('is closed at once here and within a second there when an administrator disables the person', async () => {
    const opened = await open('reader');
    const people = nodes[0].get(PeopleService);
    const actor = (await people.signedInUser((await people.byUsername('sysadmin')).id))!;
    await people.setActive('reader', false, actor);
    expect(await within(300, opened.here)).toBe('cut');
    expect(await within(2500, opened.there)).toBe('cut');
  });

  it('is closed in the same way when an administrator takes the person out of the group that let them', async () => {
    const opened = await open('writer');
    const people = nodes[0].get(PeopleService);
    const actor = (await people.signedInUser((await people.byUsername('sysadmin')).id))!;
    const writer = (await people.signedInUser((await people.byUsername('writer')).id))!;
    for (const group of writer.groups) await nodes[0].get(GroupsService).remove('writer', group, actor);
    expect(await within(300, opened.here)).toBe('cut');
    expect(await within(2500, opened.there)).toBe('cut');
    for (const group of writer.groups) await nodes[0].get(GroupsService).add('writer', group, actor);
  });
});

describe('P6 what is open while the database is away', () => {
  it('stays open for some seconds, and is closed when it cannot be judged any longer', async () => {
    const database = await postgres.fresh();
    const line = await DatabaseLine.to(database);
    const wiki = await startWiki({ database: line.through(database), mount: mountOutside });
    try {
      const application = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
      const { accessToken } = await application.tokensFrom(await new HttpSession(wiki.url).signIn('reader'), 'READ');
      const end = endOf(await call(wiki.url, accessToken, '/outside/stream'));
      line.cut();
      expect(await within(2000, end)).toBe('still open');
      line.mend();
      expect(await within(2000, end)).toBe('still open');
      line.cut();
      expect(await within(3000, end)).toBe('still open');
      expect(await within(6000, end)).toBe('cut');
    } finally {
      (wiki.app.getHttpServer() as Server).closeAllConnections();
      line.mend();
      await wiki.close();
      await line.close();
      await database.drop();
    }
  });
});
