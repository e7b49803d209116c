import { type OAuthScope, type OAuthScopeRepository } from '@jmondi/oauth2-server';

/** All that there are. */
export const scopes: readonly OAuthScope[] = [{ name: 'READ' }, { name: 'WRITE' }];

/** The scopes as the library wants them. */
export class JmondiScopes implements OAuthScopeRepository {
  async getAllByIdentifiers(names: string[]): Promise<OAuthScope[]> {
    return scopes.filter(({ name }) => names.includes(name));
  }

  async finalize(asked: OAuthScope[]): Promise<OAuthScope[]> {
    return asked;
  }
}
