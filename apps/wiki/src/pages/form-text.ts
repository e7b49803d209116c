/**
 * A field of a posted form as text, without NUL, which no database keeps; empty when it is missing or was sent twice.
 */
export function formText(body: unknown, field: string): string {
  if (typeof body !== 'object' || body === null || !Object.hasOwn(body, field)) return '';
  const value = (body as Record<string, unknown>)[field];
  return typeof value === 'string' ? value.replaceAll('\0', '') : '';
}

/** The same in one line, without space around it. */
export const formLine = (body: unknown, field: string): string => formText(body, field).replace(/\s+/g, ' ').trim();
