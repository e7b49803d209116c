import { type LinkSettings } from './link-settings.js';

/** The settings that differ, as they were and as they are now. */
export interface LinkDiff {
  readonly before: Partial<LinkSettings>;
  readonly after: Partial<LinkSettings>;
}

/** What a change of a link changes; `null` when nothing. */
export function linkDiff(before: LinkSettings, after: LinkSettings): LinkDiff | null {
  const changed = (Object.keys(after) as (keyof LinkSettings)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  if (changed.length === 0) return null;
  const pick = (settings: LinkSettings) => Object.fromEntries(changed.map((key) => [key, settings[key]]));
  return { before: pick(before), after: pick(after) };
}
