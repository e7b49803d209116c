import { requestsWith } from '../requests.js';
import { type Workload } from '../workload.js';

/** As long as the token and like it, but its end, which holds the check where there is one, is another. */
export const forged = (token: string, index: number): string =>
  token.slice(0, -12) + index.toString().padStart(6, 'A') + token.slice(-6);

/** The route without a token. */
export const bareRoute: Workload = { name: 'bare route', asks: () => requestsWith([''], 200) };

/** The same token over and over. */
export const oneHotToken: Workload = {
  name: 'one hot token',
  asks: ({ live }) => requestsWith(live.slice(0, 1), 200),
};

/** Many tokens in turn. Drawbridge remembers each for ten seconds, and reads all of them anew within that time. */
export const manyTokens: Workload = {
  name: '10,000 tokens',
  period: 10_000,
  asks: ({ live }) => requestsWith(live, 200),
};

/** What nobody issued. */
export const forgedTokens: Workload = {
  name: 'forged tokens',
  asks: ({ live }) => requestsWith(live.slice(0, 1000).map(forged), 401),
};

/** What was issued, and is over. */
export const endedTokens: Workload = { name: 'ended tokens', asks: ({ ended }) => requestsWith(ended, 401) };
