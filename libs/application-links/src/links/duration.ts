/** The units a person gives a duration in, the shortest first, each with its seconds. */
export const durationUnits = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/** One of them. */
export type DurationUnit = keyof typeof durationUnits;

/** A duration as a person writes it. */
export interface Duration {
  readonly amount: number;
  readonly unit: DurationUnit;
}

const longestFirst: readonly DurationUnit[] = ['days', 'hours', 'minutes', 'seconds'];

/** Whether a text is the name of a unit. */
export function isDurationUnit(text: string): text is DurationUnit {
  return Object.hasOwn(durationUnits, text);
}

/** Seconds in the longest unit that leaves no rest: 5400 are 90 minutes. */
export function durationOf(seconds: number): Duration {
  const unit = longestFirst.find((candidate) => seconds % durationUnits[candidate] === 0) ?? 'seconds';
  return { amount: seconds / durationUnits[unit], unit };
}
