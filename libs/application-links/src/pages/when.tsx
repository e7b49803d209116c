import { useReader } from 'nestjs-drawbridge/oauth-provider';
import { useWords } from '../words/link-words.js';

interface WhenProps {
  /** Milliseconds since 1970. */
  readonly at: number | null;
  /** What to say where there is no such moment. Default: never. */
  readonly never?: string;
}

/** A moment to the minute, in the reader's zone. */
export const When = ({ at, never }: WhenProps) => {
  const reader = useReader();
  const { text } = useWords();
  return at === null ? (
    <span class="db-subtle db-nowrap">{never ?? text('when.never')}</span>
  ) : (
    <time class="db-nowrap" dateTime={new Date(at).toISOString()}>
      {reader.minute(at)}
    </time>
  );
};

/** The day of a moment, where the hour does not matter. */
export const OnDay = ({ at, never }: WhenProps) => {
  const reader = useReader();
  const { text } = useWords();
  return at === null ? (
    <span class="db-subtle db-nowrap">{never ?? text('when.never')}</span>
  ) : (
    <time class="db-nowrap" dateTime={new Date(at).toISOString()}>
      {reader.day(at)}
    </time>
  );
};
