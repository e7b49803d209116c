import { fieldOf } from 'nestjs-drawbridge/oauth-provider';
import { highestOf } from 'nestjs-drawbridge/scopes';
import { type ApplicationLink } from '../links/application-link.entity.js';

/** What stands in the fields of a link's form: as typed, or as stored. */
export interface TypedLink {
  readonly name: string;
  readonly redirectUris: string;
  readonly scope: string;
  readonly clientType: string;
  readonly pkceRequired: boolean;
  readonly description: string;
}

/** The form of a new link before anything was typed. */
export const untouched: TypedLink = {
  name: '',
  redirectUris: '',
  scope: 'READ',
  clientType: 'confidential',
  pkceRequired: false,
  description: '',
};

/** The form as somebody sent it. */
export function typedIn(body: unknown): TypedLink {
  return {
    name: fieldOf(body, 'name') ?? '',
    redirectUris: fieldOf(body, 'redirectUris') ?? '',
    scope: fieldOf(body, 'scope') ?? '',
    clientType: fieldOf(body, 'clientType') ?? '',
    pkceRequired: fieldOf(body, 'pkceRequired') === 'yes',
    description: fieldOf(body, 'description') ?? '',
  };
}

/** The form of a link as it stands. */
export function storedIn({ description, client }: ApplicationLink): TypedLink {
  return {
    name: client.name,
    redirectUris: client.redirectUris.join('\n'),
    scope: highestOf(client.scopes) ?? '',
    clientType: client.type,
    pkceRequired: client.pkceRequired,
    description,
  };
}
