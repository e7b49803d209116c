import { type LinkQuery } from '../links/link-query.js';
import { type StatusBounds } from '../links/link-status.js';
import { useWords } from '../words/link-words.js';
import { AdministratorPlaces } from './administrator-places.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { LinkFilters } from './link-filters.js';
import { type LinkRow } from './link-row.js';
import { LinkTable } from './link-table.js';
import { Notice, type NoticeModel } from './notice.js';
import { Pager, type PagerModel } from './pager.js';

/** What the list of links shows. */
export interface LinkListModel {
  readonly rows: readonly LinkRow[];
  readonly wanted: Required<LinkQuery>;
  readonly bounds: StatusBounds;
  readonly pager: PagerModel;
  readonly notice: NoticeModel | null;
  readonly addresses: LinkAddresses;
}

const NothingYet = () => {
  const { text, rich } = useWords();
  return (
    <div class="db-empty">
      <h2>{text('links.none')}</h2>
      <p>{rich('links.none.text', { b: (inner) => <strong>{inner}</strong> })}</p>
    </div>
  );
};

const NothingFound = ({ wanted: { query, status }, addresses }: LinkListModel) => {
  const { text, rich } = useWords();
  const values = { query: <bdi>{query}</bdi> };
  return (
    <div class="db-empty">
      {query === '' && <p>{text('links.noneSo')}</p>}
      {query !== '' && <p>{status ? rich('links.notFoundSo', values) : rich('links.notFound', values)}</p>}
      <p>
        <a class="db-link" href={addresses.list()}>
          {text('links.showAll')}
        </a>
      </p>
    </div>
  );
};

const Head = ({ addresses }: { addresses: LinkAddresses }) => {
  const { text } = useWords();
  return (
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
  );
};

/** All application links. */
export const LinkListPage = (model: LinkListModel) => {
  const { rows, wanted, bounds, pager, notice, addresses } = model;
  const isNarrowed = wanted.query !== '' || wanted.status !== null;
  const hasNoneAtAll = pager.total === 0 && !isNarrowed;
  return (
    <section aria-labelledby="db-links-title">
      <AdministratorPlaces here="links" addresses={addresses} />
      <Head addresses={addresses} />
      <Notice notice={notice} />
      {!hasNoneAtAll && <LinkFilters wanted={wanted} idleDays={bounds.idleDays} addresses={addresses} />}
      {rows.length > 0 && <LinkTable rows={rows} wanted={wanted} now={bounds.now} addresses={addresses} />}
      {hasNoneAtAll && <NothingYet />}
      {pager.total === 0 && isNarrowed && <NothingFound {...model} />}
      <Pager {...pager} />
    </section>
  );
};
