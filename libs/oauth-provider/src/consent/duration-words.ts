const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** A duration of at least a minute in words, in the largest unit of which there are two, rounded down: `30 days`. */
export function durationWords(seconds: number): string {
  const [unit, length] = units.find(([, each]) => seconds >= 2 * each) ?? units[2];
  const count = Math.floor(seconds / length);
  return `${count.toString()} ${unit}${count === 1 ? '' : 's'}`;
}
