import { EventEmitter, once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';
import { WikiCurrentUser } from '../drawbridge/wiki-current-user.js';
import { CurrentUser } from 'nestjs-drawbridge/host';
import { PasswordsService } from '../people/passwords.service.js';
import { PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.entity.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { type WikiRequest } from './wiki-request.js';

const hour = 3_600_000;
const request = (cookie?: string, authorization?: string): WikiRequest => ({
  method: 'GET',
  url: '/',
  headers: { cookie, authorization },
});

describe.each(databases)('a session on %s', (database) => {
  let wiki: RunningWiki;
  let sessions: SessionsService;
  const signIn = async (username = 'writer', from = request()) => {
    const setCookie = await sessions.start(await wiki.get(PeopleService).byUsername(username), from);
    return { setCookie, cookie: setCookie!.split(';')[0]! };
  };

  beforeAll(async () => {
    wiki = await startWiki({ database, contextPath: '/wiki' });
    sessions = wiki.get(SessionsService);
  });
  afterAll(() => wiki.close());

  it('is known by a cookie that scripts and the database cannot tell', async () => {
    const { setCookie, cookie } = await signIn();
    expect(setCookie).toMatch(/^wiki_session=[\w-]{43}; Max-Age=604800; Path=\/wiki; HttpOnly; SameSite=Lax$/);
    const stored = JSON.stringify(await wiki.get(DataSource).manager.find(Session));
    expect(stored).not.toContain(cookie.split('=')[1]!);
    expect(await sessions.of(request(cookie))).toMatchObject({ csrfToken: expect.stringMatching(/./) as string });
    expect(await sessions.of(request('wiki_session=forged'))).toBeNull();
    expect(await sessions.of(request())).toBeNull();
  });

  it('is a new one at every sign-in, and the old one is over', async () => {
    const first = await signIn();
    const second = await signIn('writer', request(first.cookie));
    expect(second.cookie).not.toBe(first.cookie);
    expect(await sessions.of(request(first.cookie))).toBeNull();
  });

  it('ends at sign-out', async () => {
    const { cookie } = await signIn();
    expect(await sessions.end(request(cookie))).toContain('Max-Age=0');
    expect(await sessions.of(request(cookie))).toBeNull();
  });

  it('is nobody’s while an application shows a token', async () => {
    const { cookie } = await signIn();
    const currentUser = wiki.get(CurrentUser) as WikiCurrentUser;
    expect(await currentUser.of(request(cookie))).toMatchObject({ userId: expect.stringMatching(/./) as string });
    expect(await currentUser.of(request(cookie, 'bearer x'))).toBeNull();
    expect(await currentUser.of(request(cookie, 'Basic eDp5'))).not.toBeNull();
  });

  it('ends after 12 idle hours, and after 7 days however busy', async () => {
    const { cookie } = await signIn();
    for (let hours = 0; hours < 7 * 24; hours += 11) {
      expect(await sessions.of(request(cookie))).not.toBeNull();
      wiki.clock.advance(11 * hour);
    }
    expect(await sessions.of(request(cookie))).toBeNull();
    const idle = await signIn();
    wiki.clock.advance(12 * hour);
    expect(await sessions.of(request(idle.cookie))).toBeNull();
  });

  describe('is not begun with a proof that is out of date', () => {
    let admin: SignedInUser;
    let people: PeopleService;
    let person: Person;
    let turn = 0;

    beforeEach(async () => {
      people = wiki.get(PeopleService);
      admin = (await people.signedInUser((await people.byUsername('sysadmin')).id))!;
      const username = `late${(turn++).toString()}`;
      await people.create({ username, displayName: 'Late', password: 'old password' }, admin);
      person = (await people.authenticate(username, 'old password'))!;
    });

    const sessionsOf = () => wiki.get(DataSource).manager.countBy(Session, { personId: person.id });

    it('after the password was reset', async () => {
      await people.resetPassword(person.username, 'new password', admin);
      expect(await sessions.start(person, request())).toBeNull();
      expect(await sessionsOf()).toBe(0);
    });

    it('after the account was disabled, so that none is there when it is enabled again', async () => {
      await people.setActive(person.username, false, admin);
      expect(await sessions.start(person, request())).toBeNull();
      await people.setActive(person.username, true, admin);
      expect(await sessionsOf()).toBe(0);
    });

    it('while the password is being reset', async () => {
      const update = new EventEmitter();
      const isUpdated = once(update, 'done');
      const reset = wiki.get(DataSource).transaction(async (manager) => {
        await manager.update(Person, { id: person.id }, { passwordHash: 'another' });
        update.emit('done');
        await setTimeout(200);
      });
      await isUpdated;
      expect(await sessions.start(person, request())).toBeNull();
      await reset;
      expect(await sessionsOf()).toBe(0);
    });

    it('nor is the password changed by somebody whose proof is the old one', async () => {
      const user = (await people.signedInUser(person.id))!;
      const passwords = wiki.get(PasswordsService);
      const hash = passwords.hash.bind(passwords);
      vi.spyOn(passwords, 'hash').mockImplementationOnce(async (password) => {
        await people.resetPassword(person.username, 'reset password', admin);
        return hash(password);
      });
      await expect(people.changePassword(user, 'old password', 'stolen password', null)).rejects.toThrow(
        'The current password is not right.',
      );
      expect(await people.authenticate(person.username, 'stolen password')).toBeNull();
      expect(await people.authenticate(person.username, 'reset password')).not.toBeNull();
    });
  });
});
