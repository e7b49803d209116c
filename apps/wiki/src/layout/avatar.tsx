interface AvatarProps {
  readonly name: string;
  readonly large?: boolean;
}

/** The initials of a person, for the eye only: the name stands beside it. */
export function Avatar({ name, large }: AvatarProps) {
  return (
    <span class={large ? 'w-avatar w-avatar-large' : 'w-avatar'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

/** At most two letters: of the first word and of the last. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const picked = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('') || '?';
}
