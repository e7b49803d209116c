import { InvalidArgumentError } from 'commander';

/** Reads a whole number within bounds, which are allowed themselves. */
export const wholeNumber =
  (least: number, most: number) =>
  (text: string): number => {
    const number = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a whole number from ${least.toString()} to ${most.toString()}.`);
  };

/** Collects an option that may be given several times. */
export const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

/** Reads a moment as ISO 8601 writes it, a date alone as its midnight in UTC. Answers milliseconds since 1970. */
export function moment(text: string): number {
  const at = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d))?$/.test(text)
    ? Date.parse(text)
    : Number.NaN;
  if (!Number.isNaN(at)) return at;
  throw new InvalidArgumentError('Give a date such as 2026-11-23, or a moment such as 2026-11-23T14:05Z.');
}
