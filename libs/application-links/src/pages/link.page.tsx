import { type ClientSecret, type Grant, type Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { type NamedEvents } from '../audit/audit-trail.service.js';
import { type UsageOfDay } from '../events/link-activity.service.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { EventsSection } from './events.section.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Notice, type NoticeModel } from './notice.js';
import { type PagerModel } from './pager.js';
import { PeopleSection } from './people.section.js';
import { type Names } from './person-name.js';
import { SecretsSection } from './secrets.section.js';
import { SettingsSection } from './settings.section.js';
import { StatusBadge } from './status-badge.js';
import { UsageSection } from './usage.section.js';

/** What the page of a link shows. */
export interface LinkModel {
  readonly link: ApplicationLink;
  readonly secrets: readonly ClientSecret[];
  readonly grants: readonly Grant[];
  readonly pager: PagerModel;
  readonly usage: readonly UsageOfDay[];
  /** The newest of them. */
  readonly events: NamedEvents;
  readonly names: Names;
  readonly notice: NoticeModel | null;
  readonly addresses: LinkAddresses;
  readonly lifetimes: Lifetimes;
  /** What the host limits the application to. */
  readonly limit: string | null;
}

const Head = ({ link: { id, client }, addresses }: Pick<LinkModel, 'link' | 'addresses'>) => (
  <header class="db-page-head">
    <div>
      <h1 id="db-link-title">
        {client.name} <StatusBadge enabled={client.enabled} />
      </h1>
    </div>
    <div class="db-actions">
      <a class="db-button db-button-primary" href={addresses.page(id, 'credentials')}>
        View credentials
      </a>
      <a class="db-button" href={addresses.reach({ clientId: client.id })}>
        What can it reach?
      </a>
      <a class="db-button" href={addresses.page(id, 'edit')}>
        Edit
      </a>
      <a class="db-button" href={addresses.page(id, client.enabled ? 'disable' : 'enable')}>
        {client.enabled ? 'Disable' : 'Enable'}
      </a>
      <a class="db-button db-button-danger" href={addresses.page(id, 'delete')}>
        Delete
      </a>
    </div>
  </header>
);

/** One application link: how it is set up, who lets it in, how it is used, what happened. */
export const LinkPage = (model: LinkModel) => {
  const { link, secrets, grants, pager, usage, events, names, notice, addresses } = model;
  return (
    <section aria-labelledby="db-link-title">
      <p class="db-back">
        <a href={addresses.list()}>Application links</a>
      </p>
      <Head link={link} addresses={addresses} />
      <Notice notice={notice} />
      {!link.client.enabled && notice === null && (
        <p class="db-notice db-notice-warning">While this link is disabled, nothing of the application is let in.</p>
      )}
      <SettingsSection {...model} />
      {link.client.type === 'confidential' && (
        <SecretsSection linkId={link.id} secrets={secrets} addresses={addresses} />
      )}
      <PeopleSection linkId={link.id} grants={grants} pager={pager} names={names} addresses={addresses} />
      <UsageSection usage={usage} />
      <EventsSection named={events} clientId={link.clientId} addresses={addresses} />
    </section>
  );
};
