import { type Workload } from './workload.js';
import { consent } from './workloads/consent.js';
import { endedTokens, forgedTokens, manyTokens, oneHotToken } from './workloads/guarded-route.js';
import { links } from './workloads/links.js';
import { revocations } from './workloads/revocations.js';
import { codeExchange, refresh, wrongSecret } from './workloads/token-endpoint.js';

/** All of them, in the order of the table. */
export const workloads: readonly Workload[] = [
  ...[oneHotToken, manyTokens, forgedTokens, endedTokens],
  ...[refresh, codeExchange, wrongSecret],
  ...[consent, revocations, links],
];
