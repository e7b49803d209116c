import { type Phrase } from '../words/phrase.js';
import { useProviderWords } from '../words/provider-words.js';
import { useReader } from '../words/reader-context.js';
import { ApplicationRow } from './application-row.js';
import { type ApplicationSearch, found } from './application-search.js';
import { type AuthorizedApplication } from './authorized-application.js';
import { SearchForm } from './search-form.js';

/** What the page shows. */
export interface AuthorizedApplicationsModel {
  readonly applications: readonly AuthorizedApplication[];
  readonly search: ApplicationSearch;
  /** Of this page, without a search. */
  readonly address: string;
  /** Where a revocation is sent. */
  readonly action: string;
  readonly notice: { readonly text: Phrase; readonly good: boolean } | null;
}

/** So many are seen at a glance. */
const fewEnough = 8;

const Nothing = () => {
  const { text } = useProviderWords();
  return (
    <div class="db-empty">
      <h2>{text('authorized.none')}</h2>
      <p>{text('authorized.none.text')}</p>
    </div>
  );
};

const NotFound = ({ search, address }: Pick<AuthorizedApplicationsModel, 'search' | 'address'>) => {
  const { text, rich } = useProviderWords();
  return (
    <div class="db-empty">
      <p>{rich('authorized.notFound', { query: <bdi>{search.query}</bdi> })}</p>
      <p>
        <a class="db-link" href={address}>
          {text('authorized.showAll')}
        </a>
      </p>
    </div>
  );
};

const Table = ({ shown, action }: { shown: readonly AuthorizedApplication[]; action: string }) => {
  const { text } = useProviderWords();
  return (
    <table class="db-table">
      <thead>
        <tr>
          <th scope="col">{text('authorized.application')}</th>
          <th scope="col">{text('authorized.may')}</th>
          <th scope="col">{text('authorized.since')}</th>
          <th scope="col">{text('authorized.lastUsed')}</th>
          <th scope="col">
            <span class="db-visually-hidden">{text('authorized.revoking')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((application) => (
          <ApplicationRow key={application.grantId} application={application} action={action} />
        ))}
      </tbody>
    </table>
  );
};

/** The applications a person let in, each with the way to end it. */
export const AuthorizedApplicationsPage = (model: AuthorizedApplicationsModel) => {
  const { text } = useProviderWords();
  const reader = useReader();
  const { applications, search, address, action, notice } = model;
  const shown = found(applications, search, reader);
  const isSearched = applications.length > fewEnough || search.query !== '';
  return (
    <section aria-labelledby="db-authorized-title">
      <header class="db-page-head">
        <h1 id="db-authorized-title">{text('authorized.title')}</h1>
      </header>
      {notice && (
        <p
          class={`db-notice ${notice.good ? 'db-notice-success' : 'db-notice-warning'}`}
          role="status"
          tabIndex={-1}
          autofocus
        >
          {notice.text(reader)}
        </p>
      )}
      {applications.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <p class="db-lead">{text('authorized.lead')}</p>
          {isSearched && <SearchForm search={search} address={address} count={shown.length} />}
          {shown.length === 0 ? <NotFound {...model} /> : <Table shown={shown} action={action} />}
        </>
      )}
    </section>
  );
};
