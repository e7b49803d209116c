import { type UsageOfDay } from '../events/link-activity.service.js';

const height = 96;
const step = 20;
const bar = 14;

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const number = new Intl.NumberFormat('en-GB');
const dayOf = (day: string): string => date.format(new Date(`${day}T00:00:00Z`));
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

const Chart = ({ usage }: { usage: readonly UsageOfDay[] }) => {
  const most = Math.max(1, ...usage.map(({ requests, refusals }) => requests + refusals));
  const scaled = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / most) * (height - 4)));
  return (
    <svg
      class="db-chart"
      viewBox={`0 0 ${(usage.length * step).toString()} ${height.toString()}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {usage.map(({ day, requests, refusals }, index) => {
        const [good, bad] = [scaled(requests), scaled(refusals)];
        const x = index * step + (step - bar) / 2;
        return (
          <g key={day}>
            <title>{`${dayOf(day)}: ${number.format(requests)} requests, ${number.format(refusals)} refused`}</title>
            <rect class="db-chart-requests" x={x} y={height - good} width={bar} height={good} />
            <rect class="db-chart-refusals" x={x} y={height - good - bad} width={bar} height={bad} />
          </g>
        );
      })}
    </svg>
  );
};

/** How often the application came, day by day; as a picture, and as a table for everybody. */
export const UsageSection = ({ usage }: { usage: readonly UsageOfDay[] }) => {
  const used = usage.filter(({ requests, refusals }) => requests + refusals > 0);
  return (
    <section class="db-card" aria-labelledby="db-usage-title">
      <h2 id="db-usage-title">Last {usage.length} days</h2>
      {used.length === 0 ? (
        <p class="db-empty">The application made no request.</p>
      ) : (
        <>
          <ul class="db-legend">
            <li>{number.format(sum(usage.map(({ requests }) => requests)))} requests let in</li>
            <li class="db-legend-refusals">
              {number.format(sum(usage.map(({ refusals }) => refusals)))} refused for want of permission
            </li>
          </ul>
          <Chart usage={usage} />
          <p class="db-chart-days" aria-hidden="true">
            <span>{dayOf(usage[0]?.day ?? '')}</span>
            <span>{dayOf(usage.at(-1)?.day ?? '')}</span>
          </p>
          <details class="db-technical">
            <summary>Show as a table</summary>
            <table class="db-table">
              <thead>
                <tr>
                  <th scope="col">Day (UTC)</th>
                  <th scope="col">Let in</th>
                  <th scope="col">Refused</th>
                </tr>
              </thead>
              <tbody>
                {[...used].reverse().map(({ day, requests, refusals }) => (
                  <tr key={day}>
                    <th scope="row">
                      <time dateTime={day}>{dayOf(day)}</time>
                    </th>
                    <td data-label="Let in">{number.format(requests)}</td>
                    <td data-label="Refused">{number.format(refusals)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
};
