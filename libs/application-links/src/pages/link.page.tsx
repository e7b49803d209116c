import { type Grant, type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { type NamedEvents } from '../audit/audit-trail.service.js';
import { type Reliance } from '../authorizations/link-reliance.service.js';
import { type LinkUsage } from '../events/link-activity.service.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { type LinkStatus } from '../links/link-status.js';
import { useWords } from '../words/link-words.js';
import { Breadcrumbs } from './breadcrumbs.js';
import { EventsSection } from './events.section.js';
import { KeyFigures } from './key-figures.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Notice, type NoticeModel } from './notice.js';
import { type PagerModel } from './pager.js';
import { PeopleSection } from './people.section.js';
import { type Names } from './person-name.js';
import { type Rotation } from './rotation.js';
import { SecretsSection } from './secrets.section.js';
import { SettingsSection } from './settings.section.js';
import { StatusList } from './status-badge.js';
import { UsageSection } from './usage.section.js';

/** What the page of a link shows. */
export interface LinkModel {
  readonly link: ApplicationLink;
  /** The most important first, as in the list. */
  readonly statuses: readonly LinkStatus[];
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly reliance: Reliance;
  /** Its secrets; `null` for a public application, which has none. */
  readonly rotation: Rotation | null;
  readonly grants: readonly Grant[];
  /** Live sign-ins by the id of the grant. */
  readonly signIns: ReadonlyMap<string, number>;
  readonly pager: PagerModel;
  readonly usage: LinkUsage;
  /** The newest of them. */
  readonly events: NamedEvents;
  readonly names: Names;
  readonly notice: NoticeModel | null;
  readonly addresses: LinkAddresses;
  readonly lifetimes: Lifetimes;
  /** What the host limits the application to. */
  readonly limit: string | null;
}

const Head = ({ link: { id, client }, statuses, now, addresses }: LinkModel) => {
  const { text } = useWords();
  return (
    <header class="db-page-head">
      <div>
        <h1 id="db-link-title">
          <bdi>{client.name}</bdi>
        </h1>
        <StatusList statuses={statuses} now={now} />
      </div>
      <div class="db-actions">
        <a class="db-button db-button-primary" href={addresses.page(id, 'credentials')}>
          {text('actions.credentials')}
        </a>
        <a class="db-button" href={addresses.reach({ clientId: client.id })}>
          {text('link.reach')}
        </a>
        <a class="db-button" href={addresses.page(id, 'try')}>
          {text('credentials.try')}
        </a>
        <a class="db-button" href={addresses.page(id, 'edit')}>
          {text('actions.edit')}
        </a>
        <a class="db-button" href={addresses.page(id, client.enabled ? 'disable' : 'enable')}>
          {text(client.enabled ? 'actions.disable' : 'actions.enable')}
        </a>
        <a class="db-button db-button-danger" href={addresses.page(id, 'delete')}>
          {text('actions.delete')}
        </a>
      </div>
    </header>
  );
};

/** One application link: how it is set up, who lets it in, how it is used, what happened. */
export const LinkPage = (model: LinkModel) => {
  const { link, rotation, reliance, usage, events, notice, addresses } = model;
  const { text } = useWords();
  return (
    <section aria-labelledby="db-link-title">
      <Breadcrumbs addresses={addresses} link={null} />
      <Head {...model} />
      <Notice notice={notice} />
      {!link.client.enabled && notice === null && <p class="db-notice db-notice-warning">{text('link.isDisabled')}</p>}
      <KeyFigures reliance={reliance} />
      <SettingsSection {...model} />
      {rotation && <SecretsSection linkId={link.id} rotation={rotation} addresses={addresses} />}
      <PeopleSection linkId={link.id} {...model} />
      <UsageSection usage={usage} />
      <EventsSection named={events} clientId={link.clientId} addresses={addresses} />
    </section>
  );
};
