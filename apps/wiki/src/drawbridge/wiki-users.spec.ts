import { Users } from 'nestjs-drawbridge/host';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';
import { GroupsService } from '../groups/groups.service.js';
import { PeopleService } from '../people/people.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';

describe.each(databases)('what the libraries are told of people on %s', (database) => {
  let wiki: RunningWiki;
  let actor: SignedInUser;
  const writer = async () => {
    const { id } = await wiki.get(PeopleService).byUsername('writer');
    return wiki.get(Users).byId(id);
  };

  beforeAll(async () => {
    wiki = await startWiki({ database });
    const people = wiki.get(PeopleService);
    actor = (await people.signedInUser((await people.byUsername('sysadmin')).id))!;
  });
  afterAll(() => wiki.close());

  it('is what holds now', async () => {
    expect(await writer()).toMatchObject({ displayName: 'Will Writer', active: true, level: 'WRITE' });
    await wiki.get(GroupsService).remove('writer', 'wiki-editors', actor);
    expect(await writer()).toMatchObject({ level: 'READ' });
    await wiki.get(GroupsService).remove('writer', 'wiki-users', actor);
    expect(await writer()).toMatchObject({ level: null });
    await wiki.get(PeopleService).setActive('writer', false, actor);
    expect(await writer()).toMatchObject({ active: false });
    expect(await wiki.get(Users).byId('nobody')).toBeNull();
    expect(await wiki.get(Users).byIds([])).toEqual([]);
  });
});
