import { type INestApplication } from '@nestjs/common';
import { Changes, type Client, Clients, ClientSecrets } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { administrator, type Credentials, redirectUri } from './protocol.js';
import { personId } from './scale.js';

const batch = 200;

/** Adds the administrator and so many people. */
export async function addPeople(database: DataSource, count: number): Promise<void> {
  await database.query('CREATE TABLE bench_person (id varchar(64) PRIMARY KEY, active integer, level varchar(16))');
  await database.query(`INSERT INTO bench_person VALUES ('${administrator}', 1, 'SYSTEM_ADMIN')`);
  for (let start = 0; start < count; start += batch) {
    const length = Math.min(batch, count - start);
    const rows = Array.from({ length }, (_, index) => `('${personId(start + index)}', 1, 'WRITE')`);
    await database.query(`INSERT INTO bench_person VALUES ${rows.join(', ')}`);
  }
}

/** A client with its only secret. */
export interface Party extends Credentials {
  readonly client: Client;
}

/** Adds so many clients, the first of them as application links. */
export async function addClients(app: INestApplication, count: number, links: number): Promise<readonly Party[]> {
  const [clients, secrets] = [app.get(Clients), app.get(ClientSecrets)];
  return app.get(Changes).make({ userId: administrator, address: null }, async (change) => {
    const made: Party[] = [];
    for (let index = 0; index < Math.max(count, links); index++) {
      const name = `Application ${index.toString()}`;
      const client = await clients.register(change, { ...settings, name });
      const { secret: clientSecret } = await secrets.create(change, client.id);
      if (index < count) made.push({ client, clientId: client.id, clientSecret });
      if (index < links) await change.manager.insert('ApplicationLink', linkTo(client));
    }
    return made;
  });
}

const linkTo = ({ id, name, createdAt, updatedAt }: Client) => ({
  id,
  clientId: id,
  nameKey: name.toLowerCase(),
  description: '',
  version: 1,
  createdAt,
  updatedBy: administrator,
  updatedAt,
});

const settings = {
  type: 'confidential',
  scopes: ['WRITE'],
  redirectUris: [redirectUri],
  pkceRequired: false,
  plainPkceAllowed: false,
  mayIntrospectAll: false,
  rememberConsent: false,
  accessTokenSeconds: null,
  refreshTokenSeconds: null,
  familySeconds: null,
  enabled: true,
} as const;
