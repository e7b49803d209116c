interface SpaceBadgeProps {
  readonly spaceKey: string;
}

/** A small square with the first letters of a space's key, for the eye only. */
export function SpaceBadge({ spaceKey }: SpaceBadgeProps) {
  return (
    <span class="w-space-badge" aria-hidden="true">
      {[...spaceKey].slice(0, 2).join('')}
    </span>
  );
}
