import { type Lifetimes, useProviderWords } from 'nestjs-drawbridge/oauth-provider';
import { highestOf } from 'nestjs-drawbridge/scopes';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { useWords } from '../words/link-words.js';
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
  const { text, rich } = useWords();
  const provider = useProviderWords();
  const { client, description } = link;
  const highest = highestOf(client.scopes);
  return (
    <section class="db-card" aria-labelledby="db-settings-title">
      <h2 id="db-settings-title">{text('settings.title')}</h2>
      <dl class="db-facts">
        {description !== '' && <dt>{text('settings.description')}</dt>}
        {description !== '' && (
          <dd class="db-lines" dir="auto">
            {description}
          </dd>
        )}
        <dt>{text('settings.type')}</dt>
        <dd>{text(`settings.type.${client.type}`)}</dd>
        <dt>{text('settings.direction')}</dt>
        <dd>{text('link.incoming')}</dd>
        <dt>{text('links.permissions')}</dt>
        <dd>
          {highest
            ? text('settings.permission', {
                name: provider.text(`scope.${highest}.name`),
                title: provider.text(`scope.${highest}.title`),
              })
            : text('link.noPermission')}
        </dd>
        {limit !== null && <dt>{text('settings.limits')}</dt>}
        {limit !== null && <dd dir="auto">{limit}</dd>}
        <dt>{text('settings.redirectUris', { count: client.redirectUris.length })}</dt>
        <dd>
          <ul>
            {client.redirectUris.map((uri) => (
              <li key={uri}>
                <code class="db-mono" dir="ltr">
                  {uri}
                </code>
              </li>
            ))}
          </ul>
        </dd>
        <dt>{text('settings.clientId')}</dt>
        <dd>
          <code class="db-mono" dir="ltr">
            {client.id}
          </code>
        </dd>
        <dt>{text('settings.pkce')}</dt>
        <dd>
          {text(
            client.pkceRequired
              ? client.plainPkceAllowed
                ? 'settings.pkce.requiredPlain'
                : 'settings.pkce.required'
              : client.plainPkceAllowed
                ? 'settings.pkce.optionalPlain'
                : 'settings.pkce.optional',
          )}
        </dd>
        {client.mayIntrospectAll && <dt>{text('settings.introspection')}</dt>}
        {client.mayIntrospectAll && <dd>{text('settings.introspection.all')}</dd>}
        <dt>{text('settings.consent')}</dt>
        <dd>{text(client.rememberConsent ? 'settings.consent.remembered' : 'settings.consent.everyTime')}</dd>
        <dt>{text('settings.lifetimes')}</dt>
        <dd>
          <LifetimeFacts client={client} lifetimes={lifetimes} />
        </dd>
        <dt>{text('settings.created')}</dt>
        <dd>
          {rich('settings.byPerson', {
            at: <When at={link.createdAt} />,
            person: <PersonName id={client.createdBy} names={names} />,
          })}
        </dd>
        {link.version > 1 && <dt>{text('settings.changed')}</dt>}
        {link.version > 1 && (
          <dd>
            {rich('settings.byPerson', {
              at: <When at={link.updatedAt} />,
              person: <PersonName id={link.updatedBy} names={names} />,
            })}
          </dd>
        )}
        <dt>{text('links.lastUsed')}</dt>
        <dd>
          <When at={client.lastUsedAt} />
        </dd>
      </dl>
    </section>
  );
};
