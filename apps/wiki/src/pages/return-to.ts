/**
 * The path to go on to after sign-in, without the context path: `asked` when it is a path of this wiki, else `/`.
 * Anything that a browser could read as another site is refused: a scheme, `//`, a backslash, control characters.
 */
export function returnTo(asked: unknown, contextPath = ''): string {
  if (typeof asked !== 'string' || asked.length > 8192) return '/';
  const path = asked.startsWith(`${contextPath}/`) ? asked.slice(contextPath.length) : asked;
  if (!path.startsWith('/') || path.startsWith('//')) return '/';
  return /[\\\p{Cc}\p{Zl}\p{Zp}]/u.test(path) ? '/' : path;
}
