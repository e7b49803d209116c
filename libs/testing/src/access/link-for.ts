import { randomUUID } from 'node:crypto';
import { type INestApplicationContext } from '@nestjs/common';
import { HostLinks } from 'nestjs-drawbridge/application-links';
import { Clients, ClientSecrets } from 'nestjs-drawbridge/oauth-provider';
import { type Scope } from 'nestjs-drawbridge/scopes';

/** How an application proves who it is, and where codes are sent to it. */
export interface LinkCredentials {
  readonly clientId: string;
  /** `null` for a public client. */
  readonly clientSecret: string | null;
  readonly redirectUri: string;
}

const redirectUri = 'https://application.example/callback';

/** The credentials of the link with this client id, or of a new one. */
export async function linkFor(
  app: Pick<INestApplicationContext, 'get'>,
  scopes: readonly Scope[],
  clientId: string | undefined,
): Promise<LinkCredentials> {
  if (clientId !== undefined) return existing(app, clientId);
  const name = `Application under test ${randomUUID()}`;
  const made = await app.get(HostLinks, { strict: false }).create({ name, redirectUris: [redirectUri], scopes });
  return { ...made, redirectUri };
}

async function existing(app: Pick<INestApplicationContext, 'get'>, clientId: string): Promise<LinkCredentials> {
  const client = await app.get(Clients, { strict: false }).find(clientId);
  const [registered] = client?.redirectUris ?? [];
  if (!client || registered === undefined)
    throw new Error(`actingAs: there is no link with the client id "${clientId}".`);
  if (client.type === 'public') return { clientId, clientSecret: null, redirectUri: registered };
  const secrets = app.get(ClientSecrets, { strict: false });
  const [newest] = await secrets.live(clientId);
  if (!newest) throw new Error(`actingAs: the link with the client id "${clientId}" has no secret that works.`);
  return { clientId, clientSecret: secrets.reveal(newest), redirectUri: registered };
}
