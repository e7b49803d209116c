import { type Opening } from 'nestjs-drawbridge/scopes';
import { type ReachQuery } from '../reach/reach-query.js';
import { type ComponentChildren } from 'preact';
import { type Reach } from '../reach/reach-questions.service.js';
import { type RouteKind } from '../reach/route-kind.js';
import { useWords } from '../words/link-words.js';
import { AdministratorPlaces } from './administrator-places.js';
import { type Choice } from './filter-fields.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Pager, type PagerModel } from './pager.js';
import { ReachFacts } from './reach-facts.js';
import { ReachFilters } from './reach-filters.js';
import { ReachTable } from './reach-table.js';

/** What is asked, what is answered, and what else may be asked. */
export interface ReachModel {
  readonly reach: Reach;
  readonly query: ReachQuery;
  /** By client id. */
  readonly applications: readonly Choice[];
  /** By the person's id: who authorized the application that was chosen. */
  readonly people: readonly Choice[];
  readonly pager: PagerModel;
  readonly addresses: LinkAddresses;
  /** Where only some routes are, for the same application and person. */
  readonly narrowed: (by: { readonly scope?: Opening; readonly kind?: RouteKind }) => string;
  /** Where all routes that are asked for are, as a table to take along. */
  readonly exported: string;
}

const Undecided = ({ count, href }: { count: number; href: string }) => {
  const { rich } = useWords();
  const show = (inner: ComponentChildren) => (
    <a class="db-link" href={href}>
      {inner}
    </a>
  );
  const code = (text: string) => (
    <code class="db-mono" dir="ltr">
      {text}
    </code>
  );
  return (
    <div class="db-notice db-notice-warning">
      <p>
        <strong>{rich('reach.undecided.title', { count, show })}</strong>
      </p>
      <p>
        {rich('reach.undecided.text', {
          module: code('ScopesModule'),
          closed: code('CLOSED'),
          require: code('@RequireScope'),
          close: code('@ClosedToApplications'),
        })}
      </p>
    </div>
  );
};

/** What applications can reach, for any of them or for one, for anybody or for one person. */
export const ReachPage = (model: ReachModel) => {
  const { text } = useWords();
  const { reach, query, applications, people, pager, addresses, narrowed, exported } = model;
  const undecided = reach.all.counts.get('UNDECIDED') ?? 0;
  return (
    <section aria-labelledby="db-reach-title">
      <AdministratorPlaces here="reach" addresses={addresses} />
      <header class="db-page-head">
        <div>
          <h1 id="db-reach-title">{text('reach.title')}</h1>
          <p class="db-lead">{text('reach.lead')}</p>
        </div>
      </header>
      {undecided > 0 && <Undecided count={undecided} href={narrowed({ scope: 'UNDECIDED' })} />}
      <ReachFilters query={query} applications={applications} people={people} addresses={addresses} />
      <ReachFacts reach={reach} addresses={addresses} narrowed={narrowed} />
      <section class="db-card" aria-labelledby="db-routes-title">
        <div class="db-card-head">
          <h2 id="db-routes-title">{text('reach.results', { count: reach.found })}</h2>
          {reach.found > 0 && (
            <a class="db-button db-button-small" href={exported} download>
              {text('reach.export')}
            </a>
          )}
        </div>
        {reach.routes.length > 0 ? <ReachTable reach={reach} /> : <p class="db-empty">{text('reach.noneFound')}</p>}
        <Pager {...pager} />
      </section>
    </section>
  );
};
