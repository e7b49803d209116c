import { type LinkUsage } from '../events/link-activity.service.js';
import { useWords } from '../words/link-words.js';
import { UsageByDay } from './usage-by-day.js';
import { UsageByReason, UsageByRoute } from './usage-breakdown.js';

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);

/** How often the application came: day by day, route by route, and why it was refused. */
export const UsageSection = ({ usage: { days, routes, reasons } }: { usage: LinkUsage }) => {
  const { text } = useWords();
  const requests = sum(days.map((day) => day.requests));
  const refusals = sum(days.map((day) => day.refusals));
  return (
    <section class="db-card" aria-labelledby="db-usage-title">
      <h2 id="db-usage-title">{text('usage.title', { days: days.length })}</h2>
      {requests + refusals === 0 ? (
        <p class="db-empty">{text('usage.none')}</p>
      ) : (
        <>
          <ul class="db-legend">
            <li>{text('usage.letIn', { count: requests })}</li>
            <li class="db-legend-refusals">{text('usage.refused', { count: refusals })}</li>
          </ul>
          <UsageByDay days={days} label={text('usage.chart', { days: days.length, requests, refusals })} />
          {routes.length > 0 && <UsageByRoute routes={routes} />}
          {reasons.length > 0 && <UsageByReason reasons={reasons} />}
        </>
      )}
    </section>
  );
};
