import { useWords } from '../words/link-words.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { AdministratorPlaces } from './administrator-places.js';
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

const Row = ({ link, model: { addresses, people } }: { link: ApplicationLink; model: LinkListModel }) => {
  const { text } = useWords();
  const count = people.get(link.clientId);
  return (
    <tr>
      <th scope="row">
        <a class="db-link" href={addresses.link(link.id)}>
          {link.client.name}
        </a>
      </th>
      <td data-label={text('links.direction')}>{text('link.incoming')}</td>
      <td data-label={text('links.permissions')}>
        <Permissions scopes={link.client.scopes} />
      </td>
      <td data-label={text('links.status')}>
        <span>
          <StatusBadge enabled={link.client.enabled} />
        </span>
      </td>
      <td data-label={text('links.authorizedBy')}>
        {count === undefined ? (
          <span class="db-subtle">{text('links.nobodyYet')}</span>
        ) : (
          text('people.count', { count })
        )}
      </td>
      <td data-label={text('links.lastUsed')}>
        <OnDay at={link.client.lastUsedAt} />
      </td>
      <td>
        <MoreActions link={link} addresses={addresses} />
      </td>
    </tr>
  );
};

const Links = ({ model }: { model: LinkListModel }) => {
  const { text } = useWords();
  return (
    <table class="db-table">
      <caption class="db-visually-hidden">{text('links.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('links.application')}</th>
          <th scope="col">{text('links.direction')}</th>
          <th scope="col">{text('links.permissions')}</th>
          <th scope="col">{text('links.status')}</th>
          <th scope="col">{text('links.authorizedBy')}</th>
          <th scope="col">{text('links.lastUsed')}</th>
          <th scope="col">
            <span class="db-visually-hidden">{text('links.actions')}</span>
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
};

const NothingYet = () => {
  const { text, rich } = useWords();
  return (
    <div class="db-empty">
      <h2>{text('links.none')}</h2>
      <p>{rich('links.none.text', { b: (inner) => <strong>{inner}</strong> })}</p>
    </div>
  );
};

const NothingFound = ({ query, addresses }: { query: string; addresses: LinkAddresses }) => {
  const { text } = useWords();
  return (
    <div class="db-empty">
      <p>{text('links.notFound', { query })}</p>
      <p>
        <a class="db-link" href={addresses.list()}>
          {text('links.showAll')}
        </a>
      </p>
    </div>
  );
};

const Search = ({ query, addresses }: { query: string; addresses: LinkAddresses }) => {
  const { text } = useWords();
  return (
    <form class="db-search" role="search" method="get" action={addresses.list()}>
      <input
        class="db-input"
        type="search"
        name="query"
        value={query}
        aria-label={text('links.search.label')}
        placeholder={text('links.search.placeholder')}
        maxLength={200}
      />
      <button class="db-button" type="submit">
        {text('links.search')}
      </button>
    </form>
  );
};

/** All application links. */
export const LinkListPage = (model: LinkListModel) => {
  const { text } = useWords();
  const { links, query, pager, notice, addresses } = model;
  const isEmpty = links.length === 0;
  const hasNoneAtAll = isEmpty && query === '' && pager.start === 0;
  return (
    <section aria-labelledby="db-links-title">
      <AdministratorPlaces here="links" addresses={addresses} />
      <header class="db-page-head">
        <div>
          <h1 id="db-links-title">{text('links.title')}</h1>
          <p class="db-lead">{text('links.lead')}</p>
        </div>
        <div class="db-actions">
          <a class="db-button db-button-primary" href={addresses.newLink()}>
            {text('links.create')}
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
