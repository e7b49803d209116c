import { Anchor } from '../layout/anchor.js';
import { holds, useVisit } from '../layout/visit.js';
import { SpaceCard, type SpaceSummary } from './space-card.js';
import { TitleBar } from './title-bar.js';
import { type Pager, PagerLinks } from './pager.js';

/** What the list of spaces shows. */
export interface SpacesModel {
  readonly spaces: readonly SpaceSummary[];
  readonly pager: Pager;
}

/** Every space. */
export function SpacesPage({ spaces, pager }: SpacesModel) {
  const visit = useVisit();
  return (
    <>
      <TitleBar title="Spaces" lead="A space keeps the pages about one subject together.">
        {holds(visit, 'WRITE') && (
          <Anchor to="/spaces/new" class="w-button">
            Create space
          </Anchor>
        )}
      </TitleBar>
      <h2 class="w-hidden">All spaces</h2>
      {spaces.length > 0 ? (
        <ul class="w-cards">
          {spaces.map((space) => (
            <SpaceCard key={space.key} space={space} />
          ))}
        </ul>
      ) : (
        <p class="w-empty">There are no spaces yet.</p>
      )}
      <PagerLinks pager={pager} path="/spaces" />
    </>
  );
}
