import { type CallsOfRoute, type RefusalsOfReason, useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';

/** How many routes are shown; the others are left to the JSON. */
const mostShown = 12;

const width = 200;
const height = 10;

/** One line of a bar chart; the numbers stand beside it. */
const Bar = ({ requests, refusals, most }: { requests: number; refusals: number; most: number }) => {
  const scaled = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / most) * (width - 4)));
  const good = scaled(requests);
  return (
    <svg
      class="db-chart-bar"
      viewBox={`0 0 ${width.toString()} ${height.toString()}`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect class="db-chart-requests" x="0" y="0" width={good} height={height} />
      <rect class="db-chart-refusals" x={good} y="0" width={scaled(refusals)} height={height} />
    </svg>
  );
};

/** Which routes an application calls. */
export const UsageByRoute = ({ routes }: { routes: readonly CallsOfRoute[] }) => {
  const reader = useReader();
  const { text } = useWords();
  const shown = routes.slice(0, mostShown);
  const most = Math.max(1, ...shown.map(({ requests, refusals }) => requests + refusals));
  return (
    <>
      <h3 id="db-routes-title">{text('usage.byRoute')}</h3>
      <table class="db-table db-table-bars" aria-labelledby="db-routes-title">
        <thead>
          <tr>
            <th scope="col">{text('usage.route')}</th>
            <th scope="col">{text('usage.letIn.column')}</th>
            <th scope="col">{text('usage.refused.column')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map(({ route, requests, refusals }) => (
            <tr key={route}>
              <th scope="row">
                {route === 'other' ? (
                  text('usage.otherRoutes')
                ) : (
                  <code class="db-mono" dir="ltr">
                    {route}
                  </code>
                )}
              </th>
              <td data-label={text('usage.letIn.column')}>{reader.number(requests)}</td>
              <td data-label={text('usage.refused.column')}>{reader.number(refusals)}</td>
              <td>
                <Bar requests={requests} refusals={refusals} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {routes.length > shown.length && (
        <p class="db-hint">{text('usage.moreRoutes', { count: routes.length - shown.length })}</p>
      )}
    </>
  );
};

/** Why an application was refused. */
export const UsageByReason = ({ reasons }: { reasons: readonly RefusalsOfReason[] }) => {
  const reader = useReader();
  const { text } = useWords();
  const most = Math.max(1, ...reasons.map(({ refusals }) => refusals));
  return (
    <>
      <h3 id="db-reasons-title">{text('usage.byReason')}</h3>
      <table class="db-table db-table-bars" aria-labelledby="db-reasons-title">
        <thead>
          <tr>
            <th scope="col">{text('usage.reason')}</th>
            <th scope="col">{text('usage.refused.column')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {reasons.map(({ reason, refusals }) => (
            <tr key={reason}>
              <th scope="row">
                {text(`refusal.${reason}`)} <span class="db-subtle">{text(`refusal.${reason}.hint`)}</span>
              </th>
              <td data-label={text('usage.refused.column')}>{reader.number(refusals)}</td>
              <td>
                <Bar requests={0} refusals={refusals} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};
