import { highestOf, type Scope, SCOPES, suffices } from 'nestjs-drawbridge/scopes';
import { Permissions } from './permissions.js';

const step = { width: 5, gap: 2, rise: 4 };

/** How high a link reaches, as steps of which those it may climb are filled, and as the word for the highest. */
export const PermissionLadder = ({ scopes }: { scopes: readonly Scope[] }) => {
  const highest = highestOf(scopes);
  const height = SCOPES.length * step.rise;
  const width = SCOPES.length * (step.width + step.gap) - step.gap;
  return (
    <span class="db-ladder">
      <svg width={width} height={height} viewBox={`0 0 ${width.toString()} ${height.toString()}`} aria-hidden="true">
        {SCOPES.map((scope, index) => (
          <rect
            key={scope}
            class={highest && suffices(highest, scope) ? 'db-ladder-held' : 'db-ladder-step'}
            x={index * (step.width + step.gap)}
            y={height - (index + 1) * step.rise}
            width={step.width}
            height={(index + 1) * step.rise}
            rx={1}
          />
        ))}
      </svg>
      <span>
        <Permissions scopes={scopes} />
      </span>
    </span>
  );
};
