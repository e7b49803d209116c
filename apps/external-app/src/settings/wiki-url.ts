import { isLoopback } from '../config/loopback.js';

/**
 * A wiki's base URL as the wiki itself spells it in `iss`: scheme, host, context path, no slash at the end.
 * Throws a sentence for the person who typed it.
 */
export function normalizeWikiUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Error('Give the whole address of the wiki, for instance https://wiki.example.org.');
  }
  if (url.username || url.password) throw new Error('Leave user name and password out of the address.');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new Error('Give an https address. Plain http is accepted for a wiki on this machine only.');
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}
