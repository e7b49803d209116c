/** The straight line that lies closest to some values, by least squares. */
export interface Trend {
  /** In units of the value for each second. */
  readonly slope: number;
  /** How much the line rises from the first to the last, as a share of the mean. */
  readonly growth: number;
}

/** One value at a moment. */
export interface Point {
  /** In seconds. */
  readonly at: number;
  readonly value: number;
}

/** The trend of two points or more. */
export function trendOf(points: readonly Point[]): Trend {
  const mean = (of: (point: Point) => number) => points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [at, value] = [mean((point) => point.at), mean((point) => point.value)];
  const slope = mean((point) => (point.at - at) * (point.value - value)) / mean((point) => (point.at - at) ** 2);
  const span = (points.at(-1)?.at ?? NaN) - (points[0]?.at ?? NaN);
  return { slope, growth: (slope * span) / value };
}
