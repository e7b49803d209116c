const minute = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

/** An instant in UTC, or what to say where there is none. */
export const When = ({ at, never = 'Never' }: { at: number | null; never?: string }) =>
  at === null ? (
    <span class="db-subtle">{never}</span>
  ) : (
    <time class="db-nowrap" dateTime={new Date(at).toISOString()}>
      {minute.format(at)} UTC
    </time>
  );

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The day of an instant in UTC, where the hour does not matter. */
export const OnDay = ({ at }: { at: number | null }) =>
  at === null ? (
    <span class="db-subtle">Never</span>
  ) : (
    <time class="db-nowrap" dateTime={new Date(at).toISOString()}>
      {day.format(at)}
    </time>
  );
