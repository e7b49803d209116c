import { type UsageOfDay } from '../events/link-activity.service.js';
import { useWords } from '../words/link-words.js';

const height = 24;
const step = 4;
const bar = 3;

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** One path for all bars: a list of links has many charts, and an element for each bar takes longer than all the rest. */
const barsOf = (heights: readonly number[]): string =>
  heights
    .map((tall, index) =>
      tall === 0
        ? ''
        : `M${(index * step).toString()} ${height.toString()}v-${tall.toString()}h${bar.toString()}v${tall.toString()}z`,
    )
    .join('');

/** How often an application came, a bar a day; those who do not see it hear the sum. Nothing where it never came. */
export const Sparkline = ({ usage }: { usage: readonly UsageOfDay[] }) => {
  const { text } = useWords();
  const days = usage.length;
  const refused = sum(usage.map(({ refusals }) => refusals));
  const calls = sum(usage.map(({ requests }) => requests)) + refused;
  const most = Math.max(1, ...usage.map(({ requests, refusals }) => requests + refusals));
  const scaled = (count: number): number => (count === 0 ? 0 : Math.max(2, Math.round((count / most) * height)));
  if (calls === 0) return null;
  const words = text('links.usage.sum', { calls, days, refused });
  return (
    <svg
      class="db-sparkline"
      role="img"
      aria-label={words}
      width={days * step}
      height={height}
      viewBox={`0 0 ${(days * step).toString()} ${height.toString()}`}
    >
      <title>{words}</title>
      <rect class="db-sparkline-ground" x={0} y={height - 1} width={days * step} height={1} />
      <path class="db-chart-requests" d={barsOf(usage.map(({ requests, refusals }) => scaled(requests + refusals)))} />
      <path class="db-chart-refusals" d={barsOf(usage.map(({ refusals }) => scaled(refusals)))} />
    </svg>
  );
};
