import { readdirSync, readFileSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('P13 a person who changes, two nodes on %s', (database) => {
  let fresh: FreshDatabase;
  let here: RunningWiki;
  let there: RunningWiki;
  let administration: Administration;
  let application: LinkedApplication;

  beforeAll(async () => {
    fresh = await database.fresh();
    here = await startWiki({ database: fresh });
    there = await startWiki({ database: fresh });
    const admin = await new HttpSession(here.url).signIn('sysadmin');
    administration = await Administration.of(admin);
    application = await LinkedApplication.create(here.url, admin, { scopes: ['SYSTEM_ADMIN'] });
  });

  afterAll(async () => {
    await here.close();
    await there.close();
    await fresh.drop();
  });

  /** Somebody in `wiki-users` and these groups, whose application both nodes have let in a while. */
  const known = async (username: string, ...groups: readonly string[]) => {
    await administration.createPerson(username);
    for (const group of groups) await administration.send('PUT', `/rest/api/user/${username}/group/${group}`);
    const person = await new HttpSession(here.url).signIn(username, `${username}-password`);
    const { accessToken } = await application.tokensFrom(person, 'READ WRITE ADMIN');
    const status = async (path: string, node = there) => (await call(node.url, accessToken, path)).status;
    for (const node of [here, there])
      for (let time = 0; time < 3; time++) expect(await status('/rest/api/space', node)).toBe(200);
    return status;
  };
  const send = async (method: string, path: string, body?: object) => {
    const answer = await administration.send(method, path, body);
    expect(answer.status, answer.text).toBeLessThan(300);
  };

  it('is refused once disabled, and let in once enabled again', async () => {
    const status = await known('dora');
    await send('PUT', '/rest/api/admin/user/dora/disable');
    expect([await status('/rest/api/space'), await status('/rest/api/space', here)]).toEqual([401, 401]);
    await send('PUT', '/rest/api/admin/user/dora/enable');
    expect([await status('/rest/api/space'), await status('/rest/api/space', here)]).toEqual([200, 200]);
  });

  it('reaches further as soon as a group lets them, and no further as soon as none does', async () => {
    const status = await known('gus', 'wiki-administrators');
    expect(await status('/rest/api/audit')).toBe(200);
    await send('DELETE', '/rest/api/user/gus/group/wiki-administrators');
    expect([await status('/rest/api/audit'), await status('/rest/api/audit', here)]).toEqual([403, 403]);
    await send('PUT', '/rest/api/user/gus/group/wiki-administrators');
    expect([await status('/rest/api/audit'), await status('/rest/api/audit', here)]).toEqual([200, 200]);
    await send('DELETE', '/rest/api/user/gus/group/wiki-administrators');
    await send('DELETE', '/rest/api/user/gus/group/wiki-users');
    expect([await status('/rest/api/space'), await status('/rest/api/space', here)]).toEqual([403, 403]);
  });

  it('leaves an ending in the transaction of the change, or neither', async () => {
    await administration.createPerson('ned');
    const endings = () => here.get(DataSource).manager.count('Ending');
    const before = await endings();
    expect((await administration.send('PUT', '/rest/api/user/ned/group/nowhere')).status).toBe(404);
    expect(await endings()).toBe(before);
    await send('PUT', '/rest/api/user/ned/group/wiki-editors');
    await send('PUT', '/rest/api/user/ned/group/wiki-editors');
    expect(await endings()).toBe(before + 1);
  });
});

describe('the code of the wiki', () => {
  const root = new URL('../../apps/wiki/src/', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!spec)\.tsx?$/.test(name),
  );

  /** Whoever adds a place that changes these rows tells `PersonChanges`, and adds it here and to the tests above. */
  it('P13 changes people and their groups in these places alone', () => {
    const changing =
      /manager\s*\.\s*(update|delete|remove|save|upsert|softDelete)\(\s*(Person|GroupMembership|Group)\b[^;]*/g;
    const places = files.flatMap((name) =>
      [...readFileSync(new URL(name, root), 'utf8').matchAll(changing)]
        .map(([statement]) => statement.replace(/\s+/g, ' '))
        .filter((statement) => !/\{ (passwordHash|language, timeZone) \}\)/.test(statement))
        .map((statement) => `${name}: ${statement}`),
    );
    expect(places).toEqual([
      'groups/groups.service.ts: manager.delete(GroupMembership, { personId: person.id, groupName: name })',
      'people/people.service.ts: manager.update(Person, { id: person.id }, { active })',
    ]);
  });
});
