import { formatScopes } from 'nestjs-drawbridge/scopes';
import { type Credentials } from '../credentials/link-credentials.service.js';
import { useWords } from '../words/link-words.js';
import { Breadcrumbs } from './breadcrumbs.js';
import { CopyField } from './copy-field.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Permissions } from './permissions.js';
import { SnippetsSection } from './snippets.section.js';
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
  const { text, rich } = useWords();
  const older = secrets.slice(1).filter(({ expiresAt }) => expiresAt !== null);
  if (link.client.type === 'public') return <p class="db-hint">{text('credentials.noSecret.public')}</p>;
  if (clientSecret === null) {
    const address = addresses.page(link.id, 'secrets/new');
    return (
      <p class="db-notice db-notice-warning">
        {rich('credentials.noSecret', {
          new: (inner) => (
            <a class="db-link" href={address}>
              {inner}
            </a>
          ),
        })}
      </p>
    );
  }
  return (
    <>
      {older.length > 0 && (
        <p class="db-hint">
          {rich('credentials.older', {
            until: <When at={Math.max(...older.map(({ expiresAt }) => expiresAt ?? 0))} />,
          })}
        </p>
      )}
      <p class="db-hint">{text('credentials.keep')}</p>
    </>
  );
};

const Registered = ({ credentials: { link } }: CredentialsModel) => {
  const { text } = useWords();
  const { redirectUris, scopes } = link.client;
  return (
    <section class="db-card db-card-narrow" aria-labelledby="db-registered-title">
      <h2 id="db-registered-title">{text('credentials.registered')}</h2>
      <dl class="db-facts">
        <dt>{text(redirectUris.length === 1 ? 'form.redirectUris' : 'credentials.redirectUris')}</dt>
        <dd>
          <ul>
            {redirectUris.map((uri) => (
              <li key={uri}>
                <code class="db-mono" dir="ltr">
                  {uri}
                </code>
              </li>
            ))}
          </ul>
        </dd>
        <dt>{text('form.scopes')}</dt>
        <dd>
          <Permissions scopes={scopes} />
        </dd>
        <dt>{text('credentials.scopes')}</dt>
        <dd>
          <code class="db-mono" dir="ltr">
            {formatScopes(scopes)}
          </code>
        </dd>
      </dl>
    </section>
  );
};

const Head = ({ credentials: { link }, isNew, addresses }: CredentialsModel) => {
  const { text, rich } = useWords();
  const name = <bdi>{link.client.name}</bdi>;
  return (
    <>
      <Breadcrumbs addresses={addresses} link={{ id: link.id, name: link.client.name }} />
      <header class="db-page-head">
        <div>
          <h1 id="db-credentials-title">{rich('credentials.title', { name })}</h1>
          <p class="db-lead">{text('credentials.lead')}</p>
        </div>
      </header>
      {isNew && <Steps current={3} />}
      {isNew && (
        <p class="db-notice db-notice-success" role="status" tabIndex={-1} autofocus>
          {text('credentials.created')}
        </p>
      )}
    </>
  );
};

/** What an administrator copies into the external application. */
export const CredentialsPage = (model: CredentialsModel) => {
  const { text } = useWords();
  const { credentials, isNew, addresses } = model;
  const { link, clientSecret } = credentials;
  const { id, client } = link;
  const [authorizeUrl, tokenUrl] = [
    addresses.endpoint('/rest/oauth2/latest/authorize'),
    addresses.endpoint('/rest/oauth2/latest/token'),
  ];
  const [redirectUri = ''] = client.redirectUris;
  const values = { clientId: client.id, clientSecret, authorizeUrl, tokenUrl, redirectUri };
  return (
    <section aria-labelledby="db-credentials-title">
      <Head {...model} />
      <section class="db-card db-card-narrow" aria-labelledby="db-oauth-title">
        <h2 id="db-oauth-title">{text('credentials.oauth')}</h2>
        <CopyField id="client-id" label={text('credentials.clientId')} value={client.id} />
        {clientSecret !== null && (
          <CopyField id="client-secret" label={text('credentials.clientSecret')} value={clientSecret} />
        )}
        <SecretNote {...model} />
      </section>
      <section class="db-card db-card-narrow" aria-labelledby="db-addresses-title">
        <h2 id="db-addresses-title">{text('credentials.addresses')}</h2>
        <CopyField id="authorize-url" label={text('credentials.authorizeUrl')} value={authorizeUrl} />
        <CopyField id="token-url" label={text('credentials.tokenUrl')} value={tokenUrl} />
      </section>
      <Registered {...model} />
      {(client.type === 'public' || clientSecret !== null) && (
        <SnippetsSection values={{ ...values, scope: formatScopes(client.scopes) }} />
      )}
      {!isNew && <p class="db-hint db-spaced">{text('credentials.looked')}</p>}
      <p class="db-actions db-spaced">
        <a class="db-button db-button-primary" href={addresses.list()}>
          {text('credentials.done')}
        </a>
        <a class="db-button" href={addresses.page(id, 'try')}>
          {text('credentials.try')}
        </a>
        <a class="db-button" href={addresses.link(id)}>
          {text('credentials.details')}
        </a>
      </p>
    </section>
  );
};
