import { useVisit } from './visit.js';

interface WhenProps {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An instant as people say it; the exact one in UTC shows on pointing. */
export function When({ at }: WhenProps) {
  const { now } = useVisit();
  return (
    <time dateTime={new Date(at).toISOString()} title={exactly(at)}>
      {inWords(at, now)}
    </time>
  );
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** For instance `23 Nov 2026, 16:45 UTC`. */
export function exactly(at: number): string {
  return `${exact.format(at)} UTC`;
}

/** `just now`, `5 minutes ago`, `yesterday`; the date once it is a week ago, or ahead. */
export function inWords(at: number, now: number): string {
  const ago = now - at;
  if (ago < -minute || ago >= 7 * day) return date.format(at);
  if (ago < minute) return 'just now';
  if (ago < hour) return counted(Math.floor(ago / minute), 'minute');
  if (ago < day) return counted(Math.floor(ago / hour), 'hour');
  const days = Math.floor(ago / day);
  return days === 1 ? 'yesterday' : counted(days, 'day');
}

function counted(amount: number, unit: string): string {
  return `${amount.toString()} ${unit}${amount === 1 ? '' : 's'} ago`;
}
