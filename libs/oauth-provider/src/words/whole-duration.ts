/** The units that durations are said in, the longest first, each with its seconds. */
const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A duration in one unit, as `Intl.NumberFormat` knows it. */
export interface WholeDuration {
  readonly amount: number;
  readonly unit: (typeof units)[number][0];
}

/** Seconds in the longest unit that leaves no rest: 5400 are 90 minutes. */
export function wholeDuration(seconds: number): WholeDuration {
  const [unit, length] = units.find(([, each]) => seconds % each === 0) ?? units[3];
  return { amount: seconds / length, unit };
}

/** Seconds less what makes them hard to say, in the longest unit of which there are two: 172799 become 47 hours. */
export function roundedDown(seconds: number): number {
  const [, length] = units.find(([, each]) => seconds >= 2 * each) ?? units[3];
  return seconds - (seconds % length);
}
