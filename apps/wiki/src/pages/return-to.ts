import { headerPath } from '../http/header-path.js';

/** In characters. Node takes no more than 16 KiB of a request's first line and headers together. */
const longest = 16_384;

/**
 * The path to go on to after sign-in, without the context path, as a header can carry it: `asked` when it is a path of
 * this wiki of less than 16384 characters, else `/`. A path that a browser could read as another site is refused: a
 * scheme, `//`, a backslash, control characters. The query may hold anything, percent-encoded where it must be.
 */
export function returnTo(asked: unknown, contextPath = ''): string {
  if (typeof asked !== 'string' || asked.length >= longest) return '/';
  const address = asked.startsWith(`${contextPath}/`) ? asked.slice(contextPath.length) : asked;
  const [path = ''] = address.split(/[?#]/, 1);
  if (!path.startsWith('/') || path.startsWith('//')) return '/';
  return /[\\\p{Cc}\p{Zl}\p{Zp}]/u.test(path) ? '/' : headerPath(address);
}
