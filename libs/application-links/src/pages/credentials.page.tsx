import { formatScopes } from 'nestjs-drawbridge/scopes';
import { type Credentials } from '../credentials/link-credentials.service.js';
import { CopyField } from './copy-field.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Permissions } from './permissions.js';
import { Steps } from './steps.js';
import { When } from './when.js';

/** What the credentials page shows. */
export interface CredentialsModel {
  readonly credentials: Credentials;
  /** Whether the link was made a moment ago. */
  readonly isNew: boolean;
  readonly addresses: LinkAddresses;
}

const SecretNote = ({ credentials: { link, clientSecret, secrets }, addresses }: CredentialsModel) => {
  const older = secrets.slice(1).filter(({ expiresAt }) => expiresAt !== null);
  if (link.client.type === 'public') {
    return <p class="db-hint">A public application has no client secret; it proves itself by PKCE.</p>;
  }
  if (clientSecret === null) {
    return (
      <p class="db-notice db-notice-warning">
        No client secret is left, so the application cannot get in.{' '}
        <a class="db-link" href={addresses.page(link.id, 'secrets/new')}>
          Create new secret
        </a>
      </p>
    );
  }
  return older.length === 0 ? null : (
    <p class="db-hint">
      This is the newest secret. An older one still works until{' '}
      <When at={Math.max(...older.map(({ expiresAt }) => expiresAt ?? 0))} />.
    </p>
  );
};

/** What an administrator copies into the external application. */
export const CredentialsPage = (model: CredentialsModel) => {
  const { credentials, isNew, addresses } = model;
  const { link, clientSecret } = credentials;
  const { id, client } = link;
  return (
    <section aria-labelledby="db-credentials-title">
      <p class="db-back">
        <a href={addresses.list()}>Application links</a> / <a href={addresses.link(id)}>{client.name}</a>
      </p>
      <header class="db-page-head">
        <div>
          <h1 id="db-credentials-title">Credentials of {client.name}</h1>
          <p class="db-lead">Copy these to your external application to complete the link.</p>
        </div>
      </header>
      {isNew && <Steps current={3} />}
      {isNew && (
        <p class="db-notice db-notice-success" role="status">
          The link is created. You can come back to these credentials at any time: in the list of application links,
          select More actions &gt; View credentials.
        </p>
      )}
      <div class="db-card db-card-narrow">
        <h2>OAuth credentials</h2>
        <CopyField id="client-id" label="Client ID" value={client.id} />
        {clientSecret !== null && <CopyField id="client-secret" label="Client secret" value={clientSecret} />}
        <SecretNote {...model} />
        {clientSecret !== null && (
          <p class="db-hint">Keep the secret on the server of the application, and out of mails and chats.</p>
        )}
      </div>
      <div class="db-card db-card-narrow">
        <h2>Addresses of this wiki</h2>
        <CopyField
          id="authorize-url"
          label="Authorization URL"
          value={addresses.endpoint('/rest/oauth2/latest/authorize')}
        />
        <CopyField id="token-url" label="Token URL" value={addresses.endpoint('/rest/oauth2/latest/token')} />
      </div>
      <div class="db-card db-card-narrow">
        <h2>What was registered</h2>
        <dl class="db-facts">
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
          <dt>Application permissions</dt>
          <dd>
            <Permissions scopes={client.scopes} />
          </dd>
          <dt>Scopes to ask for</dt>
          <dd>
            <code class="db-mono">{formatScopes(client.scopes)}</code>
          </dd>
        </dl>
      </div>
      {!isNew && (
        <p class="db-hint db-spaced">That you looked at these credentials is written into the events of the link.</p>
      )}
      <p class="db-actions db-spaced">
        <a class="db-button db-button-primary" href={addresses.list()}>
          Done
        </a>
        <a class="db-button" href={addresses.link(id)}>
          View details
        </a>
      </p>
    </section>
  );
};
