import { DataSource } from 'typeorm';
import { Changes, ClientSecrets, Grants, Languages, SecretUses, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import type { Scope } from 'nestjs-drawbridge/scopes';
import { linkWords } from '../../libs/application-links/src/words/link-words.js';
import { LastUses } from '../../libs/oauth-provider/src/usage/last-uses.service.js';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { Person } from '../../apps/wiki/src/people/person.entity.js';
import { Administration, type CreatedLink, type NewLink } from '../support/administration.js';
import { sqlite } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki, unthrottled } from '../support/start-wiki.js';

const hour = 3_600_000;
const day = 24 * hour;

/** What strangers may write, at its worst: markup, quotes, both directions, one word without end. */
export const hostile = {
  name: 'Notes <img src=x onerror=alert(1)>&"\' עברית',
  description: `"><script>alert(1)</script>\n${'Donaudampfschifffahrtsgesellschaft'.repeat(6)}\nשלום {name} 'ICU'`,
  redirectUri: `https://notes.example.com/${'a-long-path/'.repeat(14)}callback?next=%22%3Cscript%3E&count=%7Bcount%7D`,
};

/** What a stranger may be called. */
export const hostilePerson = '"><svg onload=alert(2)>{name} & שרה';

/** A wiki with a past: links of every state, people who let them in, a month of use. */
export interface World {
  readonly wiki: RunningWiki;
  readonly links: Readonly<Record<LinkName, CreatedLink>>;
  /** The client ID of a link that was deleted. */
  readonly deleted: string;
  /** The id of a person who let most of them in. */
  readonly person: string;
  /** A wiki beside it in which nothing has happened. */
  readonly empty: RunningWiki;
  close(): Promise<void>;
}

const links = {
  active: {
    name: 'Meeting Minutes',
    scopes: ['READ', 'WRITE'],
    redirectUris: ['https://minutes.example.com/callback'],
  },
  unused: { name: 'Field Notes', scopes: ['READ'], clientType: 'public', redirectUris: ['notes.example:/callback'] },
  idle: { name: 'Old Importer', scopes: ['READ', 'WRITE', 'ADMIN'] },
  disabled: { name: 'Payroll Export', scopes: ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'] },
  rotating: { name: 'Status Board', scopes: ['READ'] },
  waiting: { name: 'Release Bot', scopes: ['READ', 'WRITE'] },
  quiet: { name: 'Weekly Digest', scopes: ['READ'] },
  secretless: { name: 'Locked Out', scopes: ['READ'] },
  renewed: { name: 'Release Calendar', scopes: ['READ'] },
  edited: { name: 'Reading List', scopes: ['READ', 'WRITE'], rememberConsent: true },
  hostile: {
    name: hostile.name,
    scopes: ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'],
    redirectUris: [hostile.redirectUri],
  },
} as const satisfies Record<string, NewLink>;

type LinkName = keyof typeof links;

const routes = [
  'GET /rest/api/content/:id',
  'GET /rest/api/search',
  'GET /rest/api/content/:id',
  'POST /rest/api/content',
  'GET /rest/api/user/current',
];

/** Makes it, on SQLite; on request one in which every link, every address and every person is called as the worst of strangers would be. */
export async function makeWorld({ isHostile = false } = {}): Promise<World> {
  const [wiki, empty] = [await start(), await start()];
  const close = async () => {
    await wiki.close();
    await empty.close();
  };
  try {
    const person = (await wiki.get(PeopleService).byUsername('writer')).id;
    return { wiki, ...(await new Past(wiki, isHostile).make()), person, empty, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function start(): Promise<RunningWiki> {
  const wiki = await startWiki({ database: sqlite, config: { oauth: unthrottled } });
  wiki.get(Languages).add(linkWords, { ar: arabic });
  return wiki;
}

/** As a host would add a language; the rest stays English, which is what such a page looks like before it is translated whole. */
const arabic = {
  'links.title': 'روابط التطبيقات',
  'links.create': 'إنشاء رابط',
  'links.status': 'الحالة',
  'links.lastUsed': 'آخر استخدام',
};

class Past {
  constructor(
    private readonly wiki: RunningWiki,
    private readonly isHostile: boolean,
  ) {}

  async make(): Promise<Pick<World, 'links' | 'deleted'>> {
    this.wiki.clock.advance(-100 * day);
    const made = await this.createLinks();
    await this.use(made.idle, ['reader'], 3);
    this.wiki.clock.advance(70 * day);
    for (let passed = 0; passed < 30; passed++) {
      await this.use(made.active, passed === 0 ? ['admin', 'writer', 'reader'] : ['writer'], 20 + ((passed * 37) % 50));
      await this.use(made.hostile, ['writer'], passed % 5);
      this.wiki.clock.advance(day);
    }
    await this.settle(made);
    return { links: made, deleted: await this.deleteOne() };
  }

  private async createLinks(): Promise<World['links']> {
    const admin = await this.administration();
    const made: Partial<Record<LinkName, CreatedLink>> = {};
    for (const [name, link] of Object.entries(links)) made[name as LinkName] = await this.link(admin, link);
    for (let count = 1; count <= 30; count++) await this.link(admin, { name: `Integration ${count.toString()}` });
    if (this.isHostile) await this.wiki.get(DataSource).manager.updateAll(Person, { displayName: hostilePerson });
    return made as World['links'];
  }

  private async link(admin: Administration, { name, ...link }: NewLink): Promise<CreatedLink> {
    if (!this.isHostile) return admin.createLink({ name, ...link });
    const redirectUris = [...(link.redirectUris ?? []), hostile.redirectUri];
    const made = await admin.createLink({
      ...link,
      name: `${name ?? ''} ${hostile.name}`,
      redirectUris: [...new Set(redirectUris)],
    });
    await admin.updateLink(made.id, { description: hostile.description });
    return made;
  }

  /** What administrators did of late, and an application that is signed in now. */
  private async settle({
    active,
    disabled,
    hostile: worst,
    rotating,
    renewed,
    waiting,
    quiet,
    secretless,
  }: World['links']) {
    const admin = await this.administration();
    const secretsOf = ({ id }: CreatedLink) => `/rest/application-links/latest/links/${id}/secrets`;
    await admin.updateLink(disabled.id, { enabled: false });
    await admin.updateLink(worst.id, { description: hostile.description });
    for (const link of [rotating, waiting, quiet])
      await admin.send('POST', secretsOf(link), { overlapSeconds: (3 * day) / 1000 });
    await admin.send('POST', secretsOf(renewed), { overlapSeconds: 0 });
    for (const { id } of await this.wiki.get(ClientSecrets).live(secretless.clientId))
      await admin.send('DELETE', `${secretsOf(secretless)}/${id}`);
    await this.letIn(active, await this.crowd(60));
    await this.letIn(active, ['gone']);
    this.wiki.clock.advance(2 * hour);
    await this.rotate(rotating);
    await this.rotate(renewed);
    for (const { clientId } of [active, quiet]) {
      const [newest] = await this.wiki.get(ClientSecrets).live(clientId);
      this.wiki.get(LastUses).note('secret', newest?.id ?? '', this.wiki.clock.now());
    }
    await this.wiki.get(UsageRecorder).write();
    const person = new HttpSession(this.wiki.url);
    await person.signIn('writer');
    await (await LinkedApplication.of(this.wiki.url, admin, { name: 'Signed In' })).tokensFrom(person);
  }

  private async deleteOne(): Promise<string> {
    const admin = await this.administration();
    const { id, clientId } = await this.link(admin, { name: 'Newsletter' });
    await admin.send('DELETE', `/rest/application-links/latest/links/${id}`);
    return clientId;
  }

  /** Both secrets are in use, from several places. */
  private async rotate({ clientId }: CreatedLink): Promise<void> {
    const [now, uses] = [this.wiki.clock.now(), this.wiki.get(SecretUses)];
    const places = [
      { address: '192.0.2.7', agent: 'status-board/2.1 (+https://status.example.com)' },
      { address: '2001:db8:85a3::8a2e:370:7334', agent: `${'status-board-worker '.repeat(5)}${hostile.name}` },
      { address: null },
    ];
    for (const [index, { id }] of (await this.wiki.get(ClientSecrets).live(clientId)).entries()) {
      for (const place of index === 0 ? places.slice(0, 1) : places) uses.note(id, place, now - 60_000);
      this.wiki.get(LastUses).note('secret', id, now - 60_000);
    }
    await this.wiki.get(UsageRecorder).write();
  }

  /** People with accounts, who never sign in. */
  private async crowd(size: number): Promise<readonly string[]> {
    const { manager } = this.wiki.get(DataSource);
    const { passwordHash, createdAt } = await this.wiki.get(PeopleService).byUsername('reader');
    const common = { passwordHash, createdAt, email: null, active: true, language: null, timeZone: null };
    const people = Array.from({ length: size }, (_, index) => {
      const number = (index + 1).toString();
      const displayName = this.isHostile ? hostilePerson : `Person Number ${number}`;
      return { ...common, id: number.padStart(32, '0'), username: `person-${number}`, displayName };
    });
    await manager.insert(Person, people);
    return people.map(({ id }) => id);
  }

  private async letIn({ clientId }: CreatedLink, people: readonly string[]): Promise<readonly string[]> {
    const grants: string[] = [];
    for (const userId of people) {
      const grant = await this.wiki.get(Changes).make({ userId, address: '192.0.2.7' }, async (change) => {
        const scopes: readonly Scope[] = ['READ'];
        const details = { scopes, asked: scopes, redirectUri: 'https://app.example.com/callback' };
        change.record({ type: 'authorization.given', clientId, userId, details });
        return this.wiki.get(Grants).give(change, { clientId, userId, scopes });
      });
      grants.push(grant.id);
    }
    return grants;
  }

  private async use(link: CreatedLink, usernames: readonly string[], times: number): Promise<void> {
    const { clientId } = link;
    const people = await Promise.all(usernames.map((username) => this.wiki.get(PeopleService).byUsername(username)));
    for (const grant of await this.letIn(
      link,
      people.map(({ id }) => id),
    ))
      for (let count = 0; count < times; count++)
        this.wiki.get(UsageRecorder).note(clientId, grant, routes[count % routes.length] ?? '');
    const refusals = { 'token-expired': times / 4, 'granted-scope': times / 10, closed: times / 20 } as const;
    for (const reason of ['token-expired', 'granted-scope', 'closed'] as const)
      for (let count = 1; count < refusals[reason]; count++)
        this.wiki.get(UsageRecorder).noteRefused(clientId, reason, routes[count % routes.length] ?? '');
    await this.wiki.get(UsageRecorder).write();
  }

  private async administration(): Promise<Administration> {
    const session = new HttpSession(this.wiki.url);
    await session.signIn('sysadmin');
    return Administration.of(session);
  }
}
