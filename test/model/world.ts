import { Cleaning } from 'nestjs-drawbridge/oauth-provider';
import { Administration } from '../support/administration.js';
import type { TestDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki, unthrottled } from '../support/start-wiki.js';
import { lifetimes } from './lifetimes.js';

const hour = 3_600_000;
const cleaning = { cleaningSeconds: 0, cleaningPauseMilliseconds: 0, keepEndedSeconds: 60 };
const people = ['first-writer', 'second-writer'] as const;

/** A wiki whose time stands still, with an administrator and two people: they outlive the links. */
export class World {
  private administrator!: Administration;
  private readonly sessions: (HttpSession | null)[] = people.map(() => null);
  private readonly userIds: string[] = [];
  private signedInAt = -Infinity;

  private constructor(readonly wiki: RunningWiki) {}

  static async create(database: TestDatabase): Promise<World> {
    const wiki = await startWiki({ database, config: { oauth: { ...lifetimes, ...unthrottled, ...cleaning } } });
    wiki.clock.stop();
    const world = new World(wiki);
    await world.signInAdministrator();
    for (const [index, username] of people.entries()) {
      const account = { userName: username, fullName: username, password: username };
      const made = JSON.parse(await world.change('POST', '/rest/api/admin/user', account)) as { userKey: string };
      world.userIds.push(made.userKey);
      await world.setWriter(index, true);
    }
    await world.renew();
    return world;
  }

  readonly people = people.length;

  get administration(): Administration {
    return this.administrator;
  }

  /** A person, who signs in when they are not. */
  async session(person: number): Promise<HttpSession> {
    return (this.sessions[person] ??= await new HttpSession(this.wiki.url).signIn(people[person] ?? ''));
  }

  /** Lets everybody sign in again before their sessions grow too old. */
  async renew(): Promise<void> {
    if (this.wiki.clock.now() - this.signedInAt < 6 * hour) return;
    this.signedInAt = this.wiki.clock.now();
    await this.signInAdministrator();
    this.sessions.fill(null);
  }

  /** What an administrator does; it has to work. */
  async change(method: string, path: string, body?: object): Promise<string> {
    const { status, text } = await this.administrator.send(method, path, body);
    if (status >= 300) throw new Error(`${method} ${path} was refused: ${status.toString()} ${text}`);
    return text;
  }

  async setActive(person: number, isActive: boolean): Promise<void> {
    await this.change('PUT', `/rest/api/admin/user/${String(people[person])}/${isActive ? 'enable' : 'disable'}`);
    this.sessions[person] = null;
  }

  async setWriter(person: number, isWriter: boolean): Promise<void> {
    const path = `/rest/api/user/${String(people[person])}/group/wiki-editors`;
    await this.change(isWriter ? 'PUT' : 'DELETE', path);
  }

  /** What an administrator does to end what one person allowed a link, whether they did or not. */
  async withdrawFor(person: number, linkId: string): Promise<void> {
    const path = `/rest/application-links/latest/links/${linkId}/authorizations/${String(this.userIds[person])}`;
    const { status, text } = await this.administrator.send('DELETE', path);
    if (status !== 204 && status !== 404) throw new Error(`Withdrawing was refused: ${status.toString()} ${text}`);
  }

  /** What a person does to end what they allowed an application, if they did. */
  async withdrawBy(person: number, clientId: string): Promise<void> {
    const path = '/rest/oauth2/latest/authorizations';
    const session = await this.session(person);
    const { results } = (await session.request(path)).json<{ results: { id: string; clientId: string }[] }>();
    const own = results.find((result) => result.clientId === clientId);
    if (!own) return;
    const { status, text } = await (await Administration.of(session)).send('DELETE', `${path}/${own.id}`);
    if (status !== 204) throw new Error(`Withdrawing was refused: ${status.toString()} ${text}`);
  }

  async setPaused(isPaused: boolean): Promise<void> {
    await this.change(isPaused ? 'PUT' : 'DELETE', '/rest/application-links/latest/pause');
  }

  /** Takes away what is dead; nobody may notice. */
  async clean(): Promise<void> {
    await this.wiki.get(Cleaning).clean();
  }

  close(): Promise<void> {
    return this.wiki.close();
  }

  private async signInAdministrator(): Promise<void> {
    this.administrator = await Administration.of(await new HttpSession(this.wiki.url).signIn('admin'));
  }
}
