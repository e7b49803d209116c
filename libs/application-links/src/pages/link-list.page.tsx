import { type ApplicationLink } from '../links/application-link.entity.js';
import { people } from './counted.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { MoreActions } from './more-actions.js';
import { Notice, type NoticeModel } from './notice.js';
import { Pager, type PagerModel } from './pager.js';
import { Permissions } from './permissions.js';
import { StatusBadge } from './status-badge.js';
import { OnDay } from './when.js';

/** What the list of links shows. */
export interface LinkListModel {
  readonly links: readonly ApplicationLink[];
  /** How many people let each client in, by client id. */
  readonly people: ReadonlyMap<string, number>;
  readonly query: string;
  readonly pager: PagerModel;
  readonly notice: NoticeModel | null;
  readonly addresses: LinkAddresses;
}

const Row = ({ link, model: { addresses, people: counts } }: { link: ApplicationLink; model: LinkListModel }) => (
  <tr>
    <th scope="row">
      <a class="db-link" href={addresses.link(link.id)}>
        {link.client.name}
      </a>
    </th>
    <td data-label="Direction">Incoming</td>
    <td data-label="Permissions">
      <Permissions scopes={link.client.scopes} />
    </td>
    <td data-label="Status">
      <span>
        <StatusBadge enabled={link.client.enabled} />
      </span>
    </td>
    <td data-label="Authorized by">
      {counts.has(link.clientId) ? people(counts.get(link.clientId) ?? 0) : <span class="db-subtle">Nobody yet</span>}
    </td>
    <td data-label="Last used">
      <OnDay at={link.client.lastUsedAt} />
    </td>
    <td>
      <MoreActions link={link} addresses={addresses} />
    </td>
  </tr>
);

const Links = ({ model }: { model: LinkListModel }) => (
  <table class="db-table">
    <caption class="db-visually-hidden">Application links</caption>
    <thead>
      <tr>
        <th scope="col">Application</th>
        <th scope="col">Direction</th>
        <th scope="col">Permissions</th>
        <th scope="col">Status</th>
        <th scope="col">Authorized by</th>
        <th scope="col">Last used</th>
        <th scope="col">
          <span class="db-visually-hidden">Actions</span>
        </th>
      </tr>
    </thead>
    <tbody>
      {model.links.map((link) => (
        <Row key={link.id} link={link} model={model} />
      ))}
    </tbody>
  </table>
);

const NothingYet = () => (
  <div class="db-empty">
    <h2>No application is linked yet</h2>
    <p>
      Select <strong>Create link</strong> to let an external application use this wiki in the name of the people who
      authorize it.
    </p>
  </div>
);

const NothingFound = ({ query, addresses }: { query: string; addresses: LinkAddresses }) => (
  <div class="db-empty">
    <p>No link has “{query}” in its name, its redirect URLs or its client ID.</p>
    <p>
      <a class="db-link" href={addresses.list()}>
        Show all links
      </a>
    </p>
  </div>
);

const Search = ({ query, addresses }: { query: string; addresses: LinkAddresses }) => (
  <form class="db-search" role="search" method="get" action={addresses.list()}>
    <input
      class="db-input"
      type="search"
      name="query"
      value={query}
      aria-label="Search links by name, redirect URL or client ID"
      placeholder="Name, redirect URL or client ID"
      maxLength={200}
    />
    <button class="db-button" type="submit">
      Search
    </button>
  </form>
);

/** All application links. */
export const LinkListPage = (model: LinkListModel) => {
  const { links, query, pager, notice, addresses } = model;
  const isEmpty = links.length === 0;
  const hasNoneAtAll = isEmpty && query === '' && pager.start === 0;
  return (
    <section aria-labelledby="db-links-title">
      <header class="db-page-head">
        <div>
          <h1 id="db-links-title">Application links</h1>
          <p class="db-lead">
            External applications that may use this wiki. Each can do only what the person who authorized it can do
            themselves.
          </p>
        </div>
        <div class="db-actions">
          <a class="db-button" href={addresses.reach()}>
            What can applications reach?
          </a>
          <a class="db-button db-button-primary" href={addresses.newLink()}>
            Create link
          </a>
        </div>
      </header>
      <Notice notice={notice} />
      {!hasNoneAtAll && <Search query={query} addresses={addresses} />}
      {!isEmpty && <Links model={model} />}
      {hasNoneAtAll && <NothingYet />}
      {isEmpty && query !== '' && <NothingFound query={query} addresses={addresses} />}
      <Pager {...pager} />
    </section>
  );
};
