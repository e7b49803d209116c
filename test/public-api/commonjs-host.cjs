/** A host in CommonJS: starts, lets an application in, and prints how far it came. */
require('reflect-metadata');
const { randomBytes } = require('node:crypto');
const { Controller, Get, Module, Post } = require('@nestjs/common');
const { APP_GUARD, NestFactory } = require('@nestjs/core');
const { TypeOrmModule } = require('@nestjs/typeorm');
const links = require('nestjs-drawbridge/application-links');
const host = require('nestjs-drawbridge/host');
const provider = require('nestjs-drawbridge/oauth-provider');
const scopes = require('nestjs-drawbridge/scopes');
const { actingAs } = require('nestjs-drawbridge/testing');

const keys = [{ id: 'only', secret: randomBytes(32) }];
const person = { userId: 'ann', displayName: 'Ann', active: true, level: 'ADMIN' };

class Pages {
  answer() {
    return 'page';
  }

  change() {
    return 'changed';
  }
}
const decorate = (decorator, method) =>
  decorator(Pages.prototype, method, Object.getOwnPropertyDescriptor(Pages.prototype, method));
decorate(Get(), 'answer');
decorate(Post(), 'change');
Controller('pages')(Pages);

const ports = {
  currentUser: class extends host.CurrentUser {
    of = async () => null;
    signInUrl = () => '/login';
    become = async () => undefined;
  },
  users: class extends host.Users {
    byId = async (id) => (id === person.userId ? person : null);
    byIds = async (ids) => (ids.includes(person.userId) ? [person] : []);
  },
  baseUrl: class extends host.BaseUrl {
    get = () => 'http://127.0.0.1';
  },
  keys: class extends host.Keys {
    all = () => keys;
  },
};

class AppModule {}
Module({
  imports: [
    TypeOrmModule.forRoot({
      type: 'better-sqlite3',
      driver: require('libsql'),
      database: ':memory:',
      entities: [...provider.oauthProviderEntities, ...links.applicationLinksEntities],
      migrations: [...provider.oauthProviderMigrations, ...links.applicationLinksMigrations],
      migrationsRun: true,
    }),
    host.HostModule.forRoot(ports),
    scopes.ScopesModule.forRoot({ routes: [{ path: '/pages', scope: scopes.byMethod }] }),
    provider.OAuthProviderModule.forRoot({ allowInsecureHttp: true }),
    links.ApplicationLinksModule.forRoot(),
  ],
  controllers: [Pages],
  providers: [
    { provide: APP_GUARD, useExisting: provider.BearerGuard },
    { provide: APP_GUARD, useExisting: scopes.ScopesGuard },
  ],
})(AppModule);

async function main() {
  const app = await NestFactory.create(AppModule, { logger: ['error', 'fatal'], abortOnError: false });
  await app.listen(0, '127.0.0.1');
  const { headers } = await actingAs(app, { person: 'ann', scopes: ['READ'] });
  const url = `${await app.getUrl()}/pages`;
  const asked = [{ headers }, { method: 'POST', headers }, { headers: { authorization: 'Bearer nonsense' } }];
  const statuses = [];
  for (const init of asked) statuses.push((await fetch(url, init)).status);
  await app.close();
  console.log(JSON.stringify({ nest: require('@nestjs/core/package.json').version, statuses }));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
