import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { type UsageOfDay } from '../events/link-activity.service.js';
import { useWords } from '../words/link-words.js';

const height = 96;
const step = 20;
const bar = 14;

interface UsageByDayProps {
  /** The oldest first. */
  readonly days: readonly UsageOfDay[];
  /** What the chart shows, in a sentence. */
  readonly label: string;
}

const midnight = (day: string): number => Date.parse(`${day}T00:00:00Z`);

/** Days are counted in UTC, whatever zone the reader is in. */
const inUtc = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;

const Chart = ({ days, label }: UsageByDayProps) => {
  const reader = useReader();
  const { text } = useWords();
  const most = Math.max(1, ...days.map(({ requests, refusals }) => requests + refusals));
  const scaled = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / most) * (height - 4)));
  return (
    <svg
      class="db-chart"
      viewBox={`0 0 ${(days.length * step).toString()} ${height.toString()}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {days.map(({ day, requests, refusals }, index) => {
        const [good, bad] = [scaled(requests), scaled(refusals)];
        const x = index * step + (step - bar) / 2;
        return (
          <g key={day}>
            <title>{text('usage.onDay', { day: reader.date(midnight(day), inUtc), requests, refusals })}</title>
            <rect class="db-chart-requests" x={x} y={height - good} width={bar} height={good} />
            <rect class="db-chart-refusals" x={x} y={height - good - bad} width={bar} height={bad} />
          </g>
        );
      })}
    </svg>
  );
};

/** How often an application came day by day, as a picture, and as a table for everybody. */
export const UsageByDay = (props: UsageByDayProps) => {
  const reader = useReader();
  const { text } = useWords();
  const dayOf = (day = ''): string => (day === '' ? '' : reader.date(midnight(day), inUtc));
  const used = props.days.filter(({ requests, refusals }) => requests + refusals > 0);
  return (
    <>
      <Chart {...props} />
      <p class="db-chart-days" aria-hidden="true">
        <span>{dayOf(props.days[0]?.day)}</span>
        <span>{dayOf(props.days.at(-1)?.day)}</span>
      </p>
      <details class="db-technical">
        <summary>{text('usage.asTable')}</summary>
        <table class="db-table">
          <caption class="db-visually-hidden">{text('usage.byDay')}</caption>
          <thead>
            <tr>
              <th scope="col">{text('usage.day')}</th>
              <th scope="col">{text('usage.letIn.column')}</th>
              <th scope="col">{text('usage.refused.column')}</th>
            </tr>
          </thead>
          <tbody>
            {used.reverse().map(({ day, requests, refusals }) => (
              <tr key={day}>
                <th scope="row">
                  <time dateTime={day}>{dayOf(day)}</time>
                </th>
                <td data-label={text('usage.letIn.column')}>{reader.number(requests)}</td>
                <td data-label={text('usage.refused.column')}>{reader.number(refusals)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
};
