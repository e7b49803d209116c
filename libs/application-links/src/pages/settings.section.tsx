import { type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { SCOPE_WORDS, highestOf } from 'nestjs-drawbridge/scopes';
import { LifetimeFacts } from './lifetime-facts.js';
import { type Names, PersonName } from './person-name.js';
import { When } from './when.js';

interface SettingsModel {
  readonly link: ApplicationLink;
  readonly names: Names;
  readonly lifetimes: Lifetimes;
  readonly limit: string | null;
}

/** How a link is set up. */
export const SettingsSection = ({ link, names, lifetimes, limit }: SettingsModel) => {
  const { client, description } = link;
  const highest = highestOf(client.scopes);
  return (
    <section class="db-card" aria-labelledby="db-settings-title">
      <h2 id="db-settings-title">Settings</h2>
      <dl class="db-facts">
        {description !== '' && <dt>Description</dt>}
        {description !== '' && <dd class="db-lines">{description}</dd>}
        <dt>Application type</dt>
        <dd>External application, {client.type}</dd>
        <dt>Direction</dt>
        <dd>Incoming</dd>
        <dt>Permissions</dt>
        <dd>{highest ? `${SCOPE_WORDS[highest].name}: ${SCOPE_WORDS[highest].title}` : 'None'}</dd>
        {limit !== null && <dt>Limits</dt>}
        {limit !== null && <dd>{limit}</dd>}
        <dt>{client.redirectUris.length === 1 ? 'Redirect URL' : 'Redirect URLs'}</dt>
        <dd>
          <ul>
            {client.redirectUris.map((uri) => (
              <li key={uri}>
                <code class="db-mono">{uri}</code>
              </li>
            ))}
          </ul>
        </dd>
        <dt>Client ID</dt>
        <dd>
          <code class="db-mono">{client.id}</code>
        </dd>
        <dt>PKCE</dt>
        <dd>
          {client.pkceRequired ? 'Required' : 'Optional'}
          {client.plainPkceAllowed && ', plain allowed'}
        </dd>
        {client.mayIntrospectAll && <dt>May ask about</dt>}
        {client.mayIntrospectAll && <dd>Every access token of this wiki</dd>}
        <dt>Consent</dt>
        <dd>{client.rememberConsent ? 'Remembered in the browser it was given in' : 'Asked for every time'}</dd>
        <dt>Lifetimes</dt>
        <dd>
          <LifetimeFacts client={client} lifetimes={lifetimes} />
        </dd>
        <dt>Created</dt>
        <dd>
          <When at={link.createdAt} /> by <PersonName id={client.createdBy} names={names} />
        </dd>
        {link.version > 1 && <dt>Last changed</dt>}
        {link.version > 1 && (
          <dd>
            <When at={link.updatedAt} /> by <PersonName id={link.updatedBy} names={names} />
          </dd>
        )}
        <dt>Last used</dt>
        <dd>
          <When at={client.lastUsedAt} />
        </dd>
      </dl>
    </section>
  );
};
