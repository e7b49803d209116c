import { Anchor } from '../layout/anchor.js';
import { SpaceBadge } from '../layout/space-badge.js';

/** A space in a list. */
export interface SpaceSummary {
  readonly key: string;
  readonly name: string;
  /** Plain text; may be empty. */
  readonly description: string;
}

interface SpaceCardProps {
  readonly space: SpaceSummary;
}

/** A space to choose. */
export function SpaceCard({ space }: SpaceCardProps) {
  return (
    <li>
      <div class="w-card">
        <SpaceBadge spaceKey={space.key} />
        <div>
          <h3>
            <Anchor to={`/spaces/${encodeURIComponent(space.key)}`} class="w-quiet-link">
              {space.name}
            </Anchor>
          </h3>
          <p>{space.description || 'No description'}</p>
        </div>
      </div>
    </li>
  );
}
