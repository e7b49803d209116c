import { headerOf, type HttpRequest } from './http-exchange.js';

/** What browsers send with a page that nobody has opened yet. */
const aheadOfTime = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'];

/**
 * Whether the browser says that somebody goes to this page now, in a window or tab of its own (Fetch Metadata): no frame,
 * no script, no prefetch, no HEAD. What says nothing is not believed.
 */
export function isNavigation(request: HttpRequest): boolean {
  if (request.method !== 'GET') return false;
  if (aheadOfTime.some((name) => headerOf(request, name) !== undefined)) return false;
  return headerOf(request, 'sec-fetch-mode') === 'navigate' && headerOf(request, 'sec-fetch-dest') === 'document';
}
