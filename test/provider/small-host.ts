import { randomBytes } from 'node:crypto';
import type { TestingModule } from '@nestjs/testing';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join } from 'node:path';
import Libsql from 'libsql';
import { BaseUrl, Clock, CurrentUser, HostModule, type Key, Keys, type Person, Users } from 'nestjs-drawbridge/host';
import {
  type Change,
  Changes,
  type Client,
  Clients,
  ClientSecrets,
  type ClientSettings,
  Grants,
  OAuthProviderModule,
  oauthProviderEntities,
  oauthProviderMigrations,
  type OAuthProviderOptions,
  serializeSqlite,
} from 'nestjs-drawbridge/oauth-provider';
import { type Scope, ScopesModule } from 'nestjs-drawbridge/scopes';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { Families } from '../../libs/oauth-provider/src/families/families.service.js';
import { TokenRequests } from '../../libs/oauth-provider/src/token/token-requests.service.js';
import type { FreshDatabase } from '../support/databases.js';

const baseUrl = 'https://wiki.example.com';

class NobodySignedIn extends CurrentUser {
  of = async () => null;
  signInUrl = () => '/login';
  become = async () => {};
}

class SmallUsers extends Users {
  readonly people = new Map<string, Person>();
  meanwhile: (() => Promise<unknown>) | undefined;

  /** The ids of each question so far. */
  readonly asked: (readonly string[])[] = [];

  byId = async (userId: string) => {
    this.asked.push([userId]);
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    return this.people.get(userId) ?? null;
  };

  byIds = async (ids: readonly string[]) => {
    this.asked.push(ids);
    return ids.flatMap((id) => this.people.get(id) ?? []);
  };
}

class SmallBaseUrl extends BaseUrl {
  get = () => baseUrl;
}

class SmallKeys extends Keys {
  private keys: [Key, ...Key[]] = [{ id: 'first', secret: randomBytes(32) }];

  all = () => this.keys;

  use(...ids: [string, ...string[]]): void {
    const find = (id: string) => this.keys.find((key) => key.id === id) ?? { id, secret: randomBytes(32) };
    const [first, ...others] = ids;
    this.keys = [find(first), ...others.map(find)];
  }
}

/** Stands still until it is put ahead. */
class StandingClock extends Clock {
  private time = 1_800_000_000_000;
  now = () => this.time;
  advance = (milliseconds: number) => (this.time += milliseconds);
}

/** A client with its secret. */
export interface RegisteredClient {
  readonly client: Client;
  readonly secret: string;
}

/** Where a small host runs, when it is not alone. */
export interface SmallNode {
  /** Default: one in memory. */
  readonly database?: FreshDatabase;
  /** The node whose clock, keys and people it shares. */
  readonly beside?: SmallHost;
}

const schema = { entities: oauthProviderEntities, migrations: oauthProviderMigrations, migrationsRun: true };

function databaseOf({ database, beside }: SmallNode): DataSourceOptions {
  const common = { ...schema, migrationsRun: !beside };
  if (database?.url) return { type: 'postgres', url: database.url, ...common };
  const path = database ? join(database.dataDir, 'small.sqlite') : ':memory:';
  return { type: 'better-sqlite3', driver: Libsql, database: path, enableWAL: database !== undefined, ...common };
}

/** What statements go to that are too small for TypeORM. */
interface Pool {
  query(what: { readonly text: string }): Promise<unknown>;
}

/** What a statement of a node was answered is held back until it is let go. */
export interface HeldAnswer {
  /** The statement has been answered by the database. */
  readonly isThere: Promise<void>;
  letGo(): void;
}

/** A request as the platform hands it to an endpoint. */
export const formRequest = (body: Readonly<Record<string, string>>, headers: Record<string, string> = {}) => ({
  method: 'POST',
  url: '/',
  ip: '192.0.2.7',
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body,
});

export const redirectUri = 'https://app.example.com/cb';

/**
 * The smallest host of the provider: a few people, one key, a clock that stands still, a database in memory, no HTTP. For
 * the decisions of the provider at their very edges.
 */
export class SmallHost {
  private constructor(
    private readonly module: TestingModule,
    readonly clock: StandingClock,
  ) {}

  static async start(options: Partial<OAuthProviderOptions> = {}, node: SmallNode = {}): Promise<SmallHost> {
    const clock = node.beside?.clock ?? new StandingClock();
    const database = databaseOf(node);
    const imports = [
      TypeOrmModule.forRootAsync({
        useFactory: () => database,
        dataSourceFactory: async () => serializeSqlite(await new DataSource(database).initialize()),
      }),
      HostModule.forRoot({ currentUser: NobodySignedIn, users: SmallUsers, baseUrl: SmallBaseUrl, keys: SmallKeys }),
      ScopesModule.forRoot({ routes: [] }),
      OAuthProviderModule.forRoot({
        cleaningSeconds: 0,
        failuresPerClient: 1000,
        failuresPerNetwork: 1000,
        ...options,
      }),
    ];
    const testing = Test.createTestingModule({ imports }).overrideProvider(Clock).useValue(clock);
    if (node.beside) {
      testing.overrideProvider(Users).useValue(node.beside.get(Users));
      testing.overrideProvider(Keys).useValue(node.beside.get(Keys));
    }
    const module = await testing.compile();
    await module.init();
    const host = new SmallHost(module, clock);
    if (!node.beside) host.person('ann', { level: 'SYSTEM_ADMIN' });
    return host;
  }

  async close(): Promise<void> {
    await this.module.close();
  }

  get<Wanted>(token: abstract new (...args: never[]) => Wanted): Wanted {
    return this.module.get<Wanted>(token, { strict: false });
  }

  /** Lets a person be as they are from now on; `null` when they are gone. */
  person(userId: string, as: Partial<Person> | null): void {
    const { people } = this.get(Users) as SmallUsers;
    if (as === null) people.delete(userId);
    else people.set(userId, { userId, displayName: userId, active: true, level: 'WRITE', ...as });
  }

  /** The keys from now on, the one that writes first; known ids keep their secrets. The first key is `first`. */
  useKeys(...ids: [string, ...string[]]): void {
    (this.get(Keys) as SmallKeys).use(...ids);
  }

  /** Lets something happen when the provider next asks for a person, which is between reading a row and changing it. */
  meanwhile(happens: () => Promise<unknown>): void {
    (this.get(Users) as SmallUsers).meanwhile = happens;
  }

  /** The statements that contain a text, from now on. */
  statements(text: string): readonly string[] {
    const heard: string[] = [];
    this.aroundStatements(text, async (statement, run) => {
      heard.push(statement);
      return run();
    });
    return heard;
  }

  /** Holds the answer to the next statement that contains a text. */
  hold(text: string): HeldAnswer {
    const [isThere, arrive] = signal();
    const [mayGo, letGo] = signal();
    let isFirst = true;
    this.aroundStatements(text, async (_, run) => {
      const answer = await run();
      if (!isFirst) return answer;
      isFirst = false;
      arrive();
      await mayGo;
      return answer;
    });
    return { isThere, letGo };
  }

  /** Lets the next statement that contains a text fail as when the database is away. */
  fail(text: string): void {
    let isFirst = true;
    this.aroundStatements(text, (_, run) => {
      if (!isFirst) return run();
      isFirst = false;
      return Promise.reject(Object.assign(new Error('The database is away.'), { code: 'ECONNREFUSED' }));
    });
  }

  private aroundStatements(text: string, around: (statement: string, run: () => Promise<unknown>) => Promise<unknown>) {
    const database = this.get(DataSource);
    const query = database.query.bind(database);
    const run = (...args: Parameters<typeof query>) => query(...args);
    database.query = ((...args: Parameters<typeof query>) =>
      args[0].includes(text) ? around(args[0], () => run(...args)) : run(...args)) as typeof database.query;
    const { master: pool } = database.driver as unknown as { readonly master?: Pool };
    if (!pool) return;
    const past = pool.query.bind(pool);
    pool.query = (what) => (what.text.includes(text) ? around(what.text, () => past(what)) : past(what));
  }

  change<T>(work: (change: Change) => Promise<T>): Promise<T> {
    return this.get(Changes).make({ userId: 'ann', address: null }, work);
  }

  async register(settings: Partial<ClientSettings> = {}): Promise<RegisteredClient> {
    return this.change(async (change) => {
      const client = await this.get(Clients).register(change, { ...defaults, ...settings });
      const { secret } = await this.get(ClientSecrets).create(change, client.id);
      return { client, secret };
    });
  }

  /** Changes settings of a client as an administrator does. */
  async set({ client }: RegisteredClient, changed: Partial<ClientSettings>): Promise<void> {
    const settings = await this.get(Clients).find(client.id);
    if (!settings) throw new Error('There is no such client.');
    await this.change((change) => this.get(Clients).update(change, client.id, { ...settings, ...changed }));
  }

  /** A code as a yes of a person gives it. */
  async code(
    { client }: RegisteredClient,
    scopes: readonly Scope[] = ['READ', 'WRITE'],
    codeChallenge: string | null = null,
    userId = 'ann',
  ) {
    return this.change(async (change) => {
      const yes = { clientId: client.id, userId, scopes };
      const grant = await this.get(Grants).give(change, yes);
      return this.get(Families).begin(change, { ...yes, grantId: grant.id, redirectUri, codeChallenge });
    });
  }

  /** What the token endpoint answers. */
  token({ client, secret }: RegisteredClient, parameters: Readonly<Record<string, string>>) {
    const proof = { client_id: client.id, client_secret: secret };
    return this.get(TokenRequests).answer(formRequest({ ...proof, ...parameters }));
  }

  exchange(by: RegisteredClient, code: string, parameters: Readonly<Record<string, string>> = {}) {
    return this.token(by, { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...parameters });
  }

  refresh(by: RegisteredClient, token: string, parameters: Readonly<Record<string, string>> = {}) {
    return this.token(by, { grant_type: 'refresh_token', refresh_token: token, ...parameters });
  }
}

function signal(): readonly [Promise<void>, () => void] {
  let give: () => void = () => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return [given, () => give()];
}

const defaults: ClientSettings = {
  name: 'App',
  type: 'confidential',
  scopes: ['SYSTEM_ADMIN'],
  redirectUris: [redirectUri],
  pkceRequired: false,
  plainPkceAllowed: false,
  mayIntrospectAll: false,
  rememberConsent: false,
  accessTokenSeconds: null,
  refreshTokenSeconds: null,
  familySeconds: null,
  enabled: true,
};
