import { type Opening } from 'nestjs-drawbridge/scopes';
import { type ReachQuery } from '../reach/reach-query.js';
import { type Reach } from '../reach/reach-questions.service.js';
import { type LinkAddresses } from './link-addresses.service.js';
import { Pager, type PagerModel } from './pager.js';
import { ReachFacts } from './reach-facts.js';
import { type Choice, ReachFilters } from './reach-filters.js';
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
  /** Where only the routes that need this are, for the same application and person. */
  readonly needing: (opening: Opening) => string;
}

const Undecided = ({ count, href }: { count: number; href: string }) => (
  <div class="db-notice db-notice-warning">
    <p>
      <strong>
        {count === 1 ? '1 route is undecided' : `${count.toString()} routes are undecided`}:{' '}
        <a class="db-link" href={href}>
          show {count === 1 ? 'it' : 'them'}
        </a>
      </strong>
    </p>
    <p>
      Nobody has said whether applications may call {count === 1 ? 'it' : 'them'}, so they may not. It is decided in the
      code of the wiki: by a rule of <code class="db-mono">ScopesModule</code> with a scope or{' '}
      <code class="db-mono">CLOSED</code>, or by <code class="db-mono">@RequireScope</code> or{' '}
      <code class="db-mono">@ClosedToApplications</code>.
    </p>
  </div>
);

/** What applications can reach, for any of them or for one, for anybody or for one person. */
export const ReachPage = (model: ReachModel) => {
  const { reach, query, applications, people, pager, addresses, needing } = model;
  const undecided = reach.all.counts.get('UNDECIDED') ?? 0;
  return (
    <section aria-labelledby="db-reach-title">
      <p class="db-back">
        <a href={addresses.list()}>Application links</a>
      </p>
      <header class="db-page-head">
        <div>
          <h1 id="db-reach-title">What can applications reach?</h1>
          <p class="db-lead">
            Every route of this wiki with the permission that opens it, and whether an application can call it. Choose
            an application and a person to see what it can do in their name.
          </p>
        </div>
      </header>
      {undecided > 0 && <Undecided count={undecided} href={needing('UNDECIDED')} />}
      <ReachFilters query={query} applications={applications} people={people} addresses={addresses} />
      <ReachFacts reach={reach} addresses={addresses} needing={needing} />
      <section class="db-card" aria-labelledby="db-routes-title">
        <h2 id="db-routes-title">{reach.found === 1 ? '1 route' : `${reach.found.toString()} routes`}</h2>
        {reach.routes.length > 0 ? (
          <ReachTable reach={reach} />
        ) : (
          <p class="db-empty">No route is like that. Choose less, or start again.</p>
        )}
        <Pager {...pager} />
      </section>
    </section>
  );
};
