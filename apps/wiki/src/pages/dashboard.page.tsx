import { Anchor } from '../layout/anchor.js';
import { type RecentPage, RecentPages } from './recent-pages.js';
import { SpaceCard, type SpaceSummary } from './space-card.js';

/** What the start page shows. */
export interface DashboardModel {
  readonly greeting: string;
  readonly spaces: readonly SpaceSummary[];
  readonly moreSpaces: boolean;
  readonly recent: readonly RecentPage[];
}

/** The start page: the spaces, and what changed lately. */
export function DashboardPage({ greeting, spaces, moreSpaces, recent }: DashboardModel) {
  return (
    <>
      <h1>{greeting}</h1>
      <section class="w-section" aria-labelledby="spaces">
        <h2 id="spaces">Spaces</h2>
        {spaces.length > 0 ? (
          <ul class="w-cards">
            {spaces.map((space) => (
              <SpaceCard key={space.key} space={space} />
            ))}
          </ul>
        ) : (
          <p class="w-empty">There are no spaces yet.</p>
        )}
        {moreSpaces && (
          <p>
            <Anchor to="/spaces" class="w-link">
              All spaces
            </Anchor>
          </p>
        )}
      </section>
      <section class="w-section" aria-labelledby="recent">
        <h2 id="recent">Recently changed</h2>
        {recent.length > 0 ? <RecentPages pages={recent} withSpace /> : <p class="w-empty">Nothing has changed yet.</p>}
      </section>
    </>
  );
}
