import { Anchor } from '../layout/anchor.js';
import { type NamedPerson, PersonLink } from '../layout/person-link.js';
import { holds, useVisit } from '../layout/visit.js';
import { When } from '../layout/when.js';
import { type RecentPage, RecentPages } from './recent-pages.js';
import { type SpaceSummary } from './space-card.js';
import { TitleBar } from './title-bar.js';

/** What a space's own page shows. */
export interface SpaceModel {
  readonly space: SpaceSummary;
  readonly createdBy: NamedPerson;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly recent: readonly RecentPage[];
}

/** A space: what it is about, and what changed in it lately. */
export function SpacePage({ space, createdBy, createdAt, recent }: SpaceModel) {
  const mayWrite = holds(useVisit(), 'WRITE');
  const newPage = `/spaces/${encodeURIComponent(space.key)}/pages/new`;
  return (
    <>
      <TitleBar title={space.name} lead={space.description}>
        {mayWrite && (
          <Anchor to={newPage} class="w-button">
            Create page
          </Anchor>
        )}
      </TitleBar>
      <p class="w-byline">
        <span>
          Created by <PersonLink person={createdBy} />, <When at={createdAt} />
        </span>
        <span>
          Key <span class="w-mono">{space.key}</span>
        </span>
      </p>
      <section class="w-section" aria-labelledby="recent">
        <h2 id="recent">Recently changed</h2>
        {recent.length > 0 ? (
          <RecentPages pages={recent} />
        ) : (
          <div class="w-empty">
            <p>This space has no pages yet.</p>
            {mayWrite && (
              <p>
                <Anchor to={newPage} class="w-button">
                  Write the first one
                </Anchor>
              </p>
            )}
          </div>
        )}
      </section>
    </>
  );
}
