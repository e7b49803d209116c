import { Anchor } from '../layout/anchor.js';
import { SpaceBadge } from '../layout/space-badge.js';
import { type SpaceSummary } from './space-card.js';
import { TitleBar } from './title-bar.js';

/** What there is to create something in. */
export interface CreateModel {
  readonly spaces: readonly SpaceSummary[];
}

/** Create a page in one of the spaces, or a space. */
export function CreatePage({ spaces }: CreateModel) {
  return (
    <>
      <TitleBar title="Create" lead="Choose the space the new page belongs to, or start a new space.">
        <Anchor to="/spaces/new" class="w-button">
          Create space
        </Anchor>
      </TitleBar>
      <h2 class="w-hidden">Create a page in a space</h2>
      <ul class="w-cards">
        {spaces.map((space) => (
          <li key={space.key}>
            <div class="w-card">
              <SpaceBadge spaceKey={space.key} />
              <div>
                <h3>
                  <Anchor to={`/spaces/${encodeURIComponent(space.key)}/pages/new`} class="w-quiet-link">
                    Page in {space.name}
                  </Anchor>
                </h3>
                <p>{space.description || 'No description'}</p>
              </div>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
