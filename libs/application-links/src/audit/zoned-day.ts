const minute = 60_000;
const hour = 60 * minute;

/** A day as ISO 8601 writes it: `2026-11-30`. `null` for a text that is no day of the years 1970 to 9998. */
export function dayIn(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1970' || text >= '9999') return null;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}

/** The day `days` days after another. */
export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}

/** The day at a moment, in milliseconds since 1970, in a time zone. */
export function dayOf(at: number, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${(parts.year ?? '').padStart(4, '0')}-${parts.month ?? ''}-${parts.day ?? ''}`;
}

/** The first moment of a day in a time zone, in milliseconds since 1970. Not every day begins at midnight, or is at all. */
export function startOfDay(day: string, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  let [before, from] = [midnight - 15 * hour, midnight + 15 * hour + 24 * hour];
  while (from - before > minute) {
    const middle = before + Math.floor((from - before) / minute / 2) * minute;
    if (dayOf(middle, timeZone) >= day) from = middle;
    else before = middle;
  }
  return from;
}
